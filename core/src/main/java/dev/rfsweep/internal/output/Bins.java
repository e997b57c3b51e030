package dev.rfsweep.internal.output;

import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/** Groups the values of a histogram. */
public final class Bins {

    private Bins() {}

    /** Counts by the least value that each of at most {@code bins} bins of equal width can hold, empty ones included. */
    public static SortedMap<Figure, BigInteger> of(SortedMap<Figure, BigInteger> counts, int bins) {
        SortedMap<Figure, BigInteger> binned = new TreeMap<>();
        if (counts.isEmpty()) {
            return binned;
        }
        Metric metric = counts.firstKey().metric();
        long low = counts.firstKey().longValue();
        long high = counts.lastKey().longValue();
        long width = Math.subtractExact(high, low) / bins + 1;
        for (long bin = 0; bin <= (high - low) / width; bin++) {
            binned.put(new Figure(metric, low + bin * width), BigInteger.ZERO);
        }
        counts.forEach((value, count) -> binned.merge(
                new Figure(metric, low + (value.longValue() - low) / width * width), count, BigInteger::add));
        return binned;
    }
}
