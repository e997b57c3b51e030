package dev.rfsweep.internal.query.count;

import java.math.BigInteger;

/**
 * Exact counts of prefixes by one sum, where the sums lie on a line: a cell for each. Counts are split into limbs, a column
 * each, so that adding one line to another is a plain loop over {@code long}s; carries are settled rarely.
 */
final class CountLine {

    /** Bits of a limb. The rest of a {@code long} is room for what is not settled yet. */
    private static final int BITS = 50;

    /** Cells that one cell may take in before it must be settled. */
    private static final long ROOM = 1L << (Long.SIZE - 2 - BITS);

    private final int cells;

    /** By limb, least first, then cell. */
    private final long[][] limbs;

    /** Cells that some cell may have taken in since it was settled. */
    private long load;

    /** A line of zeros, for counts of so many limbs. */
    CountLine(int cells, int limbs) {
        this.cells = cells;
        this.limbs = new long[limbs][cells];
    }

    /** Limbs for counts up to {@code most}. */
    static int limbsFor(BigInteger most) {
        return most.bitLength() <= Long.SIZE - 2 ? 1 : most.bitLength() / BITS + 1;
    }

    int cells() {
        return cells;
    }

    /** Counts once in cell {@code cell}. */
    void addOne(int cell) {
        limbs[0][cell]++;
    }

    /** Adds {@code times} the cells {@code from} to {@code to}, exclusive, of settled {@code other}, moved by {@code shift}. */
    void add(CountLine other, int from, int to, int shift, int times) {
        if (load + times > ROOM) {
            settle();
        }
        load += times;
        for (int limb = 0; limb < limbs.length; limb++) {
            long[] source = other.limbs[limb];
            long[] sum = limbs[limb];
            for (int cell = from; cell < to; cell++) {
                sum[cell + shift] += times * source[cell];
            }
        }
    }

    /** Carries what exceeds a limb into the next. The last limb has room for every count. */
    void settle() {
        for (int limb = 0; limb + 1 < limbs.length; limb++) {
            long[] low = limbs[limb];
            long[] high = limbs[limb + 1];
            for (int cell = 0; cell < cells; cell++) {
                high[cell] += low[cell] >>> BITS;
                low[cell] &= (1L << BITS) - 1;
            }
        }
        load = 1;
    }

    boolean isZero(int cell) {
        long any = 0;
        for (long[] limb : limbs) {
            any |= limb[cell];
        }
        return any == 0;
    }

    /** The counts in the cells {@code from} to {@code to}, exclusive, together. */
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
            sum = sum.shiftLeft(BITS).add(both);
        }
        return sum;
    }
}
