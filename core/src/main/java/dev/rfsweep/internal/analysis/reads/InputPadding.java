package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

/**
 * Padding by pixels of the input: {@code o - low} where that is inside the input, and otherwise what {@code mode} finds there.
 *
 * @param low pixels added before the first
 * @param mode where the pixels come from
 */
public record InputPadding(long low, Mode mode) implements Read {

    /** What stands outside the input. */
    public enum Mode {
        /** The outermost pixel again. */
        EDGE,
        /** The input mirrored at its outermost pixel. */
        REFLECT,
        /** The other end of the input. */
        WRAP
    }

    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        for (long unit = first; unit <= last; unit++) {
            long input = inside(unit - low, size);
            inputs.add(input, input);
        }
    }

    private long inside(long index, long size) {
        return switch (mode) {
            case EDGE -> Math.min(Math.max(index, 0), size - 1);
            case WRAP -> Math.floorMod(index, size);
            case REFLECT -> {
                long way = Math.floorMod(index, Math.max(2 * (size - 1), 1));
                yield Math.min(way, 2 * (size - 1) - way);
            }
        };
    }

    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        indices.accept(unit - low);
    }
}
