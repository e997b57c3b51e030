package dev.rfsweep.model;

/** Sizes along one axis or dimension, of which some are not known. */
public final class Size {

    /** A size that is not known. No other number stands for one. */
    public static final long UNKNOWN = -1;

    private Size() {}

    /** The sum, not known unless both sizes are. */
    public static long plus(long one, long other) {
        return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : Math.addExact(one, other);
    }

    /** The product, not known unless both sizes are. */
    public static long times(long one, long other) {
        return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : Math.multiplyExact(one, other);
    }

    /** The product of all {@code sizes}, not known unless all of them are. */
    public static long product(long... sizes) {
        long product = 1;
        for (long size : sizes) {
            product = times(product, size);
        }
        return product;
    }
}
