package dev.rfsweep.query;

import java.math.BigInteger;

/**
 * Exact counts of prefixes by one sum, where the sums lie on a line: cell {@code n} counts those whose sum is
 * {@code first + n * step}. Counts are split into limbs, a column each, so that adding one line to another is a plain loop
 * over {@code long}s; carries are settled once, before a line is read.
 */
final class Line {

    private final int cells;

    /** By limb, least first, then cell. */
    private final long[][] limbs;

    private final int bits;

    /**
     * A line of zeros.
     *
     * @param limbs how many limbs a count has
     * @param bits of a limb; what is left of a {@code long} is room for sums that are not settled yet
     */
    Line(int cells, int limbs, int bits) {
        this.cells = cells;
        this.limbs = new long[limbs][cells];
        this.bits = bits;
    }

    /** Counts once in cell {@code cell}. */
    void addOne(int cell) {
        limbs[0][cell]++;
    }

    /** Adds {@code times} the cells {@code from} to {@code to}, exclusive, of {@code other}, here moved by {@code shift}. */
    void add(Line other, int from, int to, int shift, long times) {
        for (int limb = 0; limb < limbs.length; limb++) {
            long[] source = other.limbs[limb];
            long[] sum = limbs[limb];
            for (int cell = from; cell < to; cell++) {
                sum[cell + shift] += times * source[cell];
            }
        }
    }

    /** Carries what exceeds a limb into the next. */
    void settle() {
        long mask = (1L << bits) - 1;
        for (int limb = 0; limb + 1 < limbs.length; limb++) {
            long[] low = limbs[limb];
            long[] high = limbs[limb + 1];
            for (int cell = 0; cell < cells; cell++) {
                high[cell] += low[cell] >>> bits;
                low[cell] &= mask;
            }
        }
    }

    boolean isZero(int cell) {
        long any = 0;
        for (long[] limb : limbs) {
            any |= limb[cell];
        }
        return any == 0;
    }

    /** The count in cell {@code cell} of a settled line. */
    BigInteger count(int cell) {
        return sum(cell, cell + 1);
    }

    /** The counts in the cells {@code from} to {@code to}, exclusive, of a settled line, together. */
    BigInteger sum(int from, int to) {
        BigInteger sum = BigInteger.ZERO;
        for (int limb = limbs.length - 1; limb >= 0; limb--) {
            long low = 0;
            long high = 0;
            for (int cell = from; cell < to; cell++) {
                low += limbs[limb][cell] & 0xFFFFFFFFL;
                high += limbs[limb][cell] >>> 32;
            }
            BigInteger both = BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
            sum = sum.shiftLeft(bits).add(both);
        }
        return sum;
    }
}
