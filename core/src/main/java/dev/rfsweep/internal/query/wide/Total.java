package dev.rfsweep.internal.query.wide;

import java.math.BigInteger;

/** A sum of products of numbers that are not negative, exact up to 2^127. */
final class Total {

    private long low;
    private long high;

    void add(long one, long other) {
        long product = one * other;
        low += product;
        high += Math.multiplyHigh(one, other) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
    }

    BigInteger value() {
        BigInteger lowest = new BigInteger(Long.toUnsignedString(low));
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(lowest);
    }
}
