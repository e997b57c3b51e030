package dev.rfsweep.model;

/** Weights including those of batch norm; needs channels. */
final class Params extends Metric {

    Params() {
        super("params", "count", false, Need.CHANNELS);
    }

    @Override
    public long cost(Step step) {
        return step.params();
    }
}
