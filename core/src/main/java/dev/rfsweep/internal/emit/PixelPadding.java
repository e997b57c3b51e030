package dev.rfsweep.internal.emit;

/**
 * Padding of one axis in pixels, worked out.
 *
 * @param low before the first, negative to crop
 * @param high behind the last, negative to crop
 */
record PixelPadding(long low, long high) {

    boolean isNone() {
        return low == 0 && high == 0;
    }

    /** Whether one number that only adds can say it. */
    boolean isSymmetric() {
        return low == high && low >= 0;
    }

    /** Only what is added. */
    PixelPadding added() {
        return new PixelPadding(Math.max(low, 0), Math.max(high, 0));
    }

    /** Only what is cropped, as positive numbers. */
    PixelPadding cropped() {
        return new PixelPadding(Math.max(-low, 0), Math.max(-high, 0));
    }

    String pair() {
        return "(" + low + ", " + high + ")";
    }
}
