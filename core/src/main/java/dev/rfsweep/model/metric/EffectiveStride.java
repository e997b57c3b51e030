package dev.rfsweep.model.metric;

/** Effective (cumulative) stride, in input pixels. */
final class EffectiveStride extends Metric {

    EffectiveStride() {
        super("stride", "input pixels", true, Need.STRIDE);
    }

    @Override
    public long last(Last map) {
        return map.field().stride();
    }
}
