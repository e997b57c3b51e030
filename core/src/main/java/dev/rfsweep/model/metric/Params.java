package dev.rfsweep.model.metric;

/** Weights, those of batch norm and biases included; needs channels. */
final class Params extends Metric {

    Params() {
        super("params", "count", false, Need.CHANNELS);
    }

    @Override
    public long cost(Step step) {
        return step.params();
    }
}
