package dev.rfsweep.internal.analysis.reads;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The single indices behind a {@link Read}. */
public final class Inputs {

    private Inputs() {}

    /**
     * The input indices that output index {@code unit} reads, ascending, those outside the input included.
     *
     * @throws IllegalArgumentException for {@link Read#EVERY}, which reads what there is
     */
    public static long[] of(Read read, long unit) {
        LongArrayList inputs = new LongArrayList();
        ReadPattern.of(read).each(unit, inputs::add);
        inputs.sort(null);
        return inputs.toLongArray();
    }
}
