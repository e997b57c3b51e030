package dev.rfsweep.model.metric;

import dev.rfsweep.model.AxisField;

/** Effective padding, low side: unit 0 starts at input index {@code -pad}. */
final class EffectivePadding extends Metric {

    EffectivePadding() {
        super("pad", "input pixels", true, Need.STRIDE, Need.PADDING);
    }

    @Override
    public long seen(AxisField field, long depth) {
        return field.pad();
    }
}
