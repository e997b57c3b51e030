package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;

/** Receptive field of a unit of the last map, in input pixels (hull). What adds up along a path is the extent, which is one less. */
final class ReceptiveField extends Metric {

    ReceptiveField() {
        super("rf", "input pixels", true, Need.STRIDE);
    }

    @Override
    public int constant() {
        return 1;
    }

    @Override
    public long seen(AxisField field, long depth) {
        return field.extent();
    }
}
