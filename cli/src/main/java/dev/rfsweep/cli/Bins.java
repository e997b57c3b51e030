package dev.rfsweep.cli;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values put together. */
final class Bins {

    private Bins() {}

    /** Counts by the least value that each of at most {@code bins} bins of equal width can hold, empty ones included. */
    static SortedMap<Long, BigInteger> of(SortedMap<Long, BigInteger> counts, int bins) {
        SortedMap<Long, BigInteger> binned = new TreeMap<>();
        if (counts.isEmpty()) {
            return binned;
        }
        long low = counts.firstKey();
        long high = counts.lastKey();
        long width = Math.subtractExact(high, low) / bins + 1;
        for (long bin = 0; bin <= (high - low) / width; bin++) {
            binned.put(low + bin * width, BigInteger.ZERO);
        }
        counts.forEach((value, count) -> binned.merge(low + (value - low) / width * width, count, BigInteger::add));
        return binned;
    }
}
