package dev.rfsweep.internal.onnx.call;

/** How many elements of constants may still be computed, so that no file can ask for endless work. */
public final class Allowance {

    /** Far more than the shapes and position tables of real files take, and little memory. */
    private static final long ELEMENTS = 1L << 25;

    private long left = ELEMENTS;

    /** Takes {@code elements} off, or says that they are too many. */
    boolean affords(long elements) {
        if (elements > left) {
            return false;
        }
        left -= elements;
        return true;
    }
}
