package dev.rfsweep.engine;

import dev.rfsweep.model.Figures;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many matches have each value of one column. Memory grows with the distinct values. */
public final class Histogram implements Sink<Long2LongOpenHashMap, SortedMap<Long, Long>> {

    /** A value with its count in the order of values, and in the tables of threads before. */
    private static final long BYTES_PER_VALUE = 512;

    /** Seconds of work, and more than anybody reads. */
    private static final long MOST_VALUES = 1L << 21;

    private final int column;

    private Histogram(int column) {
        this.column = column;
    }

    /** Over the sweep's column number {@code column}. */
    public static Histogram of(int column) {
        return new Histogram(column);
    }

    /**
     * Holding so many different values at a time.
     *
     * @throws RefusedException when they are too many, or do not fit into memory
     */
    public static void requireFits(int values) {
        long fit = Runtime.getRuntime().maxMemory() / BYTES_PER_VALUE;
        if (values > Math.min(fit, MOST_VALUES)) {
            String why = fit < MOST_VALUES ? "than fit into the memory of this process" : "than a histogram holds";
            throw new RefusedException("there are more different values " + why + ", "
                    + Figures.of(Math.min(fit, MOST_VALUES)) + "; choose narrower conditions, or another metric");
        }
    }

    @Override
    public Long2LongOpenHashMap newShard() {
        return new Long2LongOpenHashMap();
    }

    @Override
    public void accept(Long2LongOpenHashMap shard, Batch batch) {
        for (int row = 0; row < batch.count(); row++) {
            shard.addTo(batch.get(column, row), 1);
        }
        requireFits(shard.size());
    }

    @Override
    public Long2LongOpenHashMap merge(Long2LongOpenHashMap left, Long2LongOpenHashMap right) {
        for (Long2LongMap.Entry entry : right.long2LongEntrySet()) {
            left.addTo(entry.getLongKey(), entry.getLongValue());
        }
        requireFits(left.size());
        return left;
    }

    @Override
    public SortedMap<Long, Long> finish(Long2LongOpenHashMap shard) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(shard));
    }
}
