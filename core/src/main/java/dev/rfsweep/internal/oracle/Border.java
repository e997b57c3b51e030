package dev.rfsweep.internal.oracle;

import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;

/**
 * The border of one window over an input of one size.
 *
 * @param low pixels added before the first, negative to crop
 * @param out size of the output, below 1 when the window does not fit
 */
record Border(long low, long out) {

    /** Stands for the size of an input that is unknown; no input can have it. */
    static final long UNKNOWN = Long.MIN_VALUE;

    static Border of(Window window, long size) {
        long reach = window.dilation() * (window.kernel() - 1L);
        Padding padding = window.padding();
        if (padding instanceof Padding.Fixed fixed) {
            return fixed(window, size, fixed.low(), fixed.high());
        }
        return switch ((Padding.Auto) padding) {
            case VALID -> fixed(window, size, 0, 0);
            case SAME -> fixed(window, size, reach / 2, reach - reach / 2);
            case SAME_UPPER -> new Border(missing(window, size) / 2, covered(window, size));
            case SAME_LOWER -> new Border((missing(window, size) + 1) / 2, covered(window, size));
        };
    }

    /** Units are counted from the one whose first tap is the first padded pixel, while the last tap is still inside. */
    private static Border fixed(Window window, long size, long low, long high) {
        if (size == UNKNOWN) {
            return new Border(low, UNKNOWN);
        }
        long lastTap = window.dilation() * (window.kernel() - 1L);
        long room = low + size + high - 1 - lastTap;
        return new Border(low, room < 0 ? 0 : room / window.stride() + 1);
    }

    /** As many units as it takes to cover the input in steps of the stride. */
    private static long covered(Window window, long size) {
        if (size == UNKNOWN) {
            throw new IllegalArgumentException(window.padding() + " is unknown without the input size");
        }
        return (size + window.stride() - 1) / window.stride();
    }

    /** Pixels between the end of the input and the last tap of the last unit. */
    private static long missing(Window window, long size) {
        long lastTap = (covered(window, size) - 1) * window.stride() + window.dilation() * (window.kernel() - 1L);
        return Math.max(lastTap - (size - 1), 0);
    }
}
