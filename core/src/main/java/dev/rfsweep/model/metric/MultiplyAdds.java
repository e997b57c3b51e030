package dev.rfsweep.model.metric;

/** Multiply-adds of convolutions and dense layers; needs channels and the input size. */
final class MultiplyAdds extends Metric {

    MultiplyAdds() {
        super("macs", "count", false, Need.CHANNELS, Need.SIZE);
    }

    @Override
    public long cost(Step step) {
        return step.macs();
    }
}
