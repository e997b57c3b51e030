package dev.rfsweep.internal.analysis.reads;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.LongConsumer;

/**
 * Which input indices one output index {@code o} reads, along one axis. Indices outside the input are padding: they are
 * read and found to be nothing.
 *
 * <p>Every read answers two questions, by formulas of its own. {@link #inputs} is exact at the borders and takes whole sets of
 * outputs to the inputs that exist. {@link #eachIndex} knows no borders: it lists what one output reads of an endless input, a
 * pattern that repeats every {@link #period} outputs, {@link #shift} inputs further on.
 */
public sealed interface Read permits Slide, Transposed, Resample, InputPadding, ConcatPart, Every {

    /** Adds the input indices that outputs {@code first} to {@code last} read of an input of {@code size} units. */
    void addInputs(long first, long last, long size, IntervalSet.Collector inputs);

    /**
     * Hands over the indices that output {@code unit} reads of an input without borders.
     *
     * @throws UnsupportedOperationException for {@link Every}, which reads what there is
     */
    void eachIndex(long unit, LongConsumer indices);

    /** Outputs after which the pattern of indices repeats. */
    default long period() {
        return 1;
    }

    /** Input units that the pattern has moved on after one {@link #period}. */
    default long shift() {
        return 1;
    }

    /** How many indices one output may read, at most. */
    default long mostIndices() {
        return 1;
    }

    /** The indices of an input of {@code size} units that exist and that any of {@code outputs} reads. */
    default IntervalSet inputs(IntervalSet outputs, long size) {
        IntervalSet.Collector inputs = new IntervalSet.Collector(0, size - 1);
        for (int interval = 0; interval < outputs.intervals(); interval++) {
            addInputs(outputs.first(interval), outputs.last(interval), size, inputs);
        }
        return inputs.set();
    }

    /** The indices that output {@code unit} reads of an input without borders, ascending; see {@link #eachIndex}. */
    default long[] indices(long unit) {
        LongArrayList indices = new LongArrayList();
        eachIndex(unit, indices::add);
        return indices.toLongArray();
    }

    /** The greatest common divisor, not negative. */
    static long gcd(long one, long other) {
        return other == 0 ? Math.abs(one) : gcd(other, one % other);
    }
}
