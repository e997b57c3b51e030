package dev.rfsweep.model;

/**
 * What a run of layers does to one axis: unit {@code o} of its output sees the inputs
 * {@code [o*stride - pad, o*stride - pad + extent]}.
 *
 * <p>Fields compose: {@code a.then(b)} is the field of a network that runs {@code a} and feeds {@code b}. Composition
 * is associative with unit {@link #IDENTITY}, so any run of layers folds into one element. The formula that many notes
 * print, {@code RF = RF_prev + (k - 1) * stride_prev}, holds only if {@code stride_prev} is the product of <em>all</em>
 * earlier strides: it is {@code stride} here, the field's effective stride, not the stride of the previous layer.
 *
 * <p>The weight-free effective receptive field follows Luo et al. 2016: uniform kernels make the contribution of the
 * input a convolution of boxes, whose variances add.
 *
 * @param stride effective stride (also "jump"): input pixels between neighbouring units, at least 1
 * @param extent receptive field less one, in input pixels, at least 0
 * @param pad effective padding: unit 0 starts at input index {@code -pad}
 * @param spread how far the path density is spread out: its variance, in a unit that {@link dev.rfsweep.model.metric.Metric#ERF} has chosen
 */
public record AxisField(long stride, long extent, long pad, long spread) {

    public static final AxisField IDENTITY = new AxisField(1, 0, 0, 0);

    /**
     * This run of layers followed by {@code next}.
     *
     * @throws Exact.Overflow when a {@code long} overflows, with the name of the metric that does
     */
    public AxisField then(AxisField next) {
        return new AxisField(
                Exact.times("stride", stride, next.stride),
                Exact.plus("rf", extent, Exact.times("rf", stride, next.extent)),
                Exact.plus("pad", pad, Exact.times("pad", stride, next.pad)),
                next.spread == 0
                        ? spread
                        : Exact.plus(
                                "erf", spread, Exact.times("erf", Exact.times("erf", stride, stride), next.spread)));
    }

    /**
     * This run of layers beside {@code other}, of equal stride and over the same input: the hull of what both see, and the
     * greater of the spreads.
     */
    public AxisField hull(AxisField other) {
        long low = Math.max(pad, other.pad);
        long high = Math.max(extent - pad, other.extent - other.pad);
        return new AxisField(stride, Exact.plus("rf", high, low), low, Math.max(spread, other.spread));
    }

    /** The same stride, with nothing seen yet but the unit itself. */
    public AxisField restarted() {
        return new AxisField(stride, 0, 0, 0);
    }
}
