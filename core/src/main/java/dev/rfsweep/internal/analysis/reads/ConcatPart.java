package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

/**
 * One part of a concatenation along this axis: {@code o - offset}, where only outputs from {@code offset} on and as
 * many as the part has units come from it.
 *
 * @param offset outputs before this part
 */
public record ConcatPart(long offset) implements Read {

    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        inputs.add(first - offset, last - offset);
    }

    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        indices.accept(unit - offset);
    }
}
