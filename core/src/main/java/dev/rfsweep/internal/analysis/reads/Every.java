package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

/** Every input index, whatever the output index. There is one: {@link #INDEX}. */
public record Every() implements Read {

    public static final Every INDEX = new Every();

    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        inputs.add(0, size - 1);
    }

    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        throw new UnsupportedOperationException("what is read of an input without borders would not end");
    }
}
