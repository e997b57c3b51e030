package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;

/** Convolution and pooling layers on the trunk. */
final class Depth extends Metric {

    Depth() {
        super("depth", "count", false);
    }

    @Override
    public long seen(AxisField field, long depth) {
        return depth;
    }
}
