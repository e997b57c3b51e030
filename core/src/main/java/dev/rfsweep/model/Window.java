package dev.rfsweep.model;

/**
 * One axis of a layer that slides a window: convolution (also depthwise and grouped) or pooling.
 *
 * <p>Output unit {@code o} reads the inputs {@code o*stride - low + dilation*t} for {@code t} in {@code 0..kernel-1}.
 *
 * @param kernel taps, at least 1
 * @param stride inputs between neighbouring outputs, at least 1
 * @param dilation inputs between neighbouring taps, at least 1
 * @param padding treatment of the border
 */
public record Window(int kernel, int stride, int dilation, Padding padding) {

    public Window {
        if (kernel < 1 || stride < 1 || dilation < 1) {
            throw new IllegalArgumentException("kernel, stride and dilation must be at least 1, were " + kernel + ", "
                    + stride + " and " + dilation);
        }
    }

    /** Distance from the first tap to the last, {@code dilation * (kernel - 1)}. */
    public long reach() {
        return (long) dilation * (kernel - 1);
    }

    /**
     * Padding before the first pixel.
     *
     * @param size size of the input; ignored unless the padding {@linkplain Padding#needsSize() needs} it
     */
    public long low(long size) {
        if (padding instanceof Padding.Fixed fixed) {
            return fixed.low();
        }
        return switch ((Padding.Auto) padding) {
            case VALID -> 0;
            case SAME -> reach() / 2;
            case SAME_UPPER -> sameTotal(size) / 2;
            case SAME_LOWER -> sameTotal(size) - sameTotal(size) / 2;
        };
    }

    /**
     * Padding behind the last pixel.
     *
     * @param size size of the input; ignored unless the padding {@linkplain Padding#needsSize() needs} it
     */
    public long high(long size) {
        if (padding instanceof Padding.Fixed fixed) {
            return fixed.high();
        }
        return switch ((Padding.Auto) padding) {
            case VALID -> 0;
            case SAME -> reach() - reach() / 2;
            case SAME_UPPER -> sameTotal(size) - sameTotal(size) / 2;
            case SAME_LOWER -> sameTotal(size) / 2;
        };
    }

    /** Size of the output, which is below 1 when the window does not fit into the padded input. */
    public long out(long size) {
        return Math.floorDiv(size + low(size) + high(size) - reach() - 1, stride) + 1;
    }

    /**
     * What this window does to an axis, to be composed with what other windows do.
     *
     * @param low pixels before the first
     * @param spread of its taps, or 0 where that does not matter
     */
    public AxisField field(long low, long spread) {
        return new AxisField(stride, reach(), low, spread);
    }

    private long sameTotal(long size) {
        return Math.max((-Math.floorDiv(-size, (long) stride) - 1) * stride + reach() + 1 - size, 0);
    }
}
