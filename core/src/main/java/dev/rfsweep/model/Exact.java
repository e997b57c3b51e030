package dev.rfsweep.model;

/** Arithmetic that says what overflowed. */
public final class Exact {

    /** A quantity that does not fit into 63 bits; its message is the name of the quantity. */
    public static final class Overflow extends ArithmeticException {

        private static final long serialVersionUID = 1;

        Overflow(String what) {
            super(what);
        }
    }

    private Exact() {}

    /** The exception for an overflow of {@code what} that the caller has found. */
    public static Overflow overflow(String what) {
        return new Overflow(what);
    }

    /** The sum, which is a part of {@code what}. */
    public static long plus(String what, long one, long other) {
        long sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            throw new Overflow(what);
        }
        return sum;
    }

    /** The product, which is a part of {@code what}. */
    public static long times(String what, long one, long other) {
        if (Math.multiplyHigh(one, other) != (one * other) >> 63) {
            throw new Overflow(what);
        }
        return one * other;
    }
}
