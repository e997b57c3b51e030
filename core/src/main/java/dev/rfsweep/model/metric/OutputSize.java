package dev.rfsweep.model.metric;

/** Size of the last map; needs the input size. */
final class OutputSize extends Metric {

    OutputSize() {
        super("out", "units", true, Need.SIZE);
    }

    @Override
    public long last(Last map) {
        return map.size();
    }
}
