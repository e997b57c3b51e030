package dev.rfsweep.internal.oracle;

import java.math.BigInteger;

/** Indices on one axis, both ends included. They may lie outside the map, in its padding. */
record Interval(BigInteger first, BigInteger last) {

    static Interval unit(long index) {
        return new Interval(BigInteger.valueOf(index), BigInteger.valueOf(index));
    }

    BigInteger length() {
        return last.subtract(first).add(BigInteger.ONE);
    }

    /** The least interval that covers both. */
    Interval hull(Interval other) {
        return new Interval(first.min(other.first), last.max(other.last));
    }

    /** What windows at these units read: the first tap of the first unit to the last tap of the last one. */
    Interval behind(long stride, long low, long reach) {
        BigInteger step = BigInteger.valueOf(stride);
        BigInteger shift = BigInteger.valueOf(low);
        return new Interval(
                first.multiply(step).subtract(shift),
                last.multiply(step).subtract(shift).add(BigInteger.valueOf(reach)));
    }
}
