package dev.rfsweep.internal.query.count;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.math.BigInteger;

/**
 * Exact counts by key. A count is a row of limbs of 62 bits in one long list, so that adding allocates nothing, however
 * large the numbers; the owner says how many limbs the greatest of them takes.
 */
final class Counts {

    private static final int LIMB_BITS = 62;
    private static final long LIMB = (1L << LIMB_BITS) - 1;

    private final int limbs;
    private final Long2IntOpenHashMap rowOfKey = new Long2IntOpenHashMap();
    private final LongArrayList keys = new LongArrayList();
    private final LongArrayList values = new LongArrayList();

    /** Counts of less than {@code 2^(62 * limbs)}. */
    Counts(int limbs) {
        this.limbs = limbs;
        rowOfKey.defaultReturnValue(-1);
    }

    /** Limbs for counts up to {@code most}. */
    static int limbsFor(BigInteger most) {
        return most.bitLength() / LIMB_BITS + 1;
    }

    /** Number of different keys. */
    int size() {
        return keys.size();
    }

    /** The key in row {@code row}; rows are in the order in which keys were first met. */
    long key(int row) {
        return keys.getLong(row);
    }

    /** The count in row {@code row}. */
    BigInteger count(int row) {
        BigInteger count = BigInteger.ZERO;
        for (int limb = limbs - 1; limb >= 0; limb--) {
            count = count.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(values.getLong(row * limbs + limb)));
        }
        return count;
    }

    /** Counts {@code key} once. */
    void addOne(long key) {
        add(row(key), 0, 1);
    }

    /** Adds what {@code from}, of as many limbs, counts in row {@code fromRow}. */
    void add(long key, Counts from, int fromRow) {
        int row = row(key);
        long carry = 0;
        for (int limb = 0; limb < limbs; limb++) {
            carry = add(row, limb, from.values.getLong(fromRow * limbs + limb) + carry);
        }
    }

    /** Adds to one limb and returns what it carries over. */
    private long add(int row, int limb, long more) {
        int at = row * limbs + limb;
        long sum = values.getLong(at) + more;
        values.set(at, sum & LIMB);
        return sum >>> LIMB_BITS;
    }

    private int row(long key) {
        int known = rowOfKey.get(key);
        if (known >= 0) {
            return known;
        }
        int fresh = keys.size();
        rowOfKey.put(key, fresh);
        keys.add(key);
        for (int limb = 0; limb < limbs; limb++) { // setting the size instead would copy the list for every key
            values.add(0);
        }
        return fresh;
    }
}
