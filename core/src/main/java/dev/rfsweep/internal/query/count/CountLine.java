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

    /** Cells that are looked at between two checks: some ten microseconds. */
    static final int STRETCH = 1 << 14;

    private final int cells;
    private final Runnable check;

    /** By limb, least first, then cell. */
    private final long[][] limbs;

    /** Cells that some cell may have taken in since it was settled. */
    private long load;

    /**
     * A line of zeros, for counts of so many limbs.
     *
     * @param check run after every {@link #STRETCH} of cells, so that it may throw what stops it
     */
    CountLine(int cells, int limbs, Runnable check) {
        this.cells = cells;
        this.check = check;
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
        for (int begin = from; begin < to; begin += STRETCH) {
            int end = Math.min(to - begin, STRETCH) + begin;
            for (int limb = 0; limb < limbs.length; limb++) {
                add(other.limbs[limb], begin, end, shift, times, limbs[limb]);
            }
            check.run();
        }
    }

    private static void add(long[] source, int from, int to, int shift, int times, long[] sum) {
        for (int cell = from; cell < to; cell++) {
            sum[cell + shift] += times * source[cell];
        }
    }

    /** Carries what exceeds a limb into the next. The last limb has room for every count. */
    void settle() {
        for (int begin = 0; begin < cells; begin += STRETCH) {
            int end = Math.min(cells - begin, STRETCH) + begin;
            for (int limb = 0; limb + 1 < limbs.length; limb++) {
                carry(limbs[limb], limbs[limb + 1], begin, end);
            }
            check.run();
        }
        load = 1;
    }

    private static void carry(long[] low, long[] high, int from, int to) {
        for (int cell = from; cell < to; cell++) {
            high[cell] += low[cell] >>> BITS;
            low[cell] &= (1L << BITS) - 1;
        }
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
        for (int begin = from; begin < to; begin += STRETCH) {
            int end = Math.min(to - begin, STRETCH) + begin;
            BigInteger part = BigInteger.ZERO;
            for (int limb = limbs.length - 1; limb >= 0; limb--) {
                part = part.shiftLeft(BITS).add(sum(limbs[limb], begin, end));
            }
            sum = sum.add(part);
            check.run();
        }
        return sum;
    }

    /** In two halves, which cannot overflow. */
    private static BigInteger sum(long[] counts, int from, int to) {
        long low = 0;
        long high = 0;
        for (int cell = from; cell < to; cell++) {
            low += counts[cell] & 0xFFFFFFFFL;
            high += counts[cell] >>> 32;
        }
        return BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
    }
}
