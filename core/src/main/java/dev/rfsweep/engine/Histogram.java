package dev.rfsweep.engine;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many matches have each value of one column. Memory grows with the distinct values. */
public final class Histogram implements Sink<Long2LongOpenHashMap, SortedMap<Long, Long>> {

    private final int column;

    private Histogram(int column) {
        this.column = column;
    }

    /** Over the sweep's column number {@code column}. */
    public static Histogram of(int column) {
        return new Histogram(column);
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
    }

    @Override
    public Long2LongOpenHashMap merge(Long2LongOpenHashMap left, Long2LongOpenHashMap right) {
        for (Long2LongMap.Entry entry : right.long2LongEntrySet()) {
            left.addTo(entry.getLongKey(), entry.getLongValue());
        }
        return left;
    }

    @Override
    public SortedMap<Long, Long> finish(Long2LongOpenHashMap shard) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(shard));
    }
}
