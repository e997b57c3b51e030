package dev.rfsweep.model.metric;

/**
 * Outputs of all convolutions, those of squeeze-excite and shortcuts included, of pools and of dense layers, but not of
 * the global pool, as pycls counts them; needs channels and the input size.
 */
final class Activations extends Metric {

    Activations() {
        super("acts", "count", false, Need.CHANNELS, Need.SIZE);
    }

    @Override
    public long cost(Step step) {
        return step.activations();
    }
}
