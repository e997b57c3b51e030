package dev.rfsweep.internal.report.scene;

import it.unimi.dsi.fastutil.doubles.DoubleList;

/**
 * The effective receptive field of one unit on one axis: how many paths lead to it from each pixel, relative to the
 * pixel with the most.
 *
 * @param from the first pixel
 * @param paths a share of the peak, pixel by pixel
 */
public record Density(long from, DoubleList paths) {

    /** Of a unit whose paths are not counted. */
    static final Density NONE = new Density(0, DoubleList.of());

    /** Pixel behind the last. */
    public long to() {
        return from + paths.size();
    }

    /** Where the paths come from on average. */
    double centre() {
        double moment = 0;
        double sum = 0;
        for (int i = 0; i < paths.size(); i++) {
            moment += (i + 0.5) * paths.getDouble(i);
            sum += paths.getDouble(i);
        }
        return from + moment / sum;
    }

    /** Mean height over the pixels from {@code low} to {@code high}, exclusive; nothing stands outside. */
    public double mean(long low, long high) {
        double sum = 0;
        for (long pixel = Math.max(low, from); pixel < Math.min(high, to()); pixel++) {
            sum += paths.getDouble((int) (pixel - from));
        }
        return sum / (high - low);
    }
}
