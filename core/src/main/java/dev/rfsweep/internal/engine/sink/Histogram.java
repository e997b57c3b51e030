package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Figure;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many matches have each value of one column. Memory grows with the distinct values. */
public final class Histogram implements Sink<Histogram.Shard, SortedMap<Figure, Long>> {

    /** Counts of one worker. */
    static final class Shard {
        private final Long2LongOpenHashMap countOfKey = new Long2LongOpenHashMap();

        /** One of the values, which knows the metric; null until there is one. */
        private Figure any;
    }

    /** About what one value takes in the tables of the workers and in the sorted result. */
    private static final long BYTES_PER_VALUE = 512;

    /** More values would take seconds, and nobody could read them. */
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
     * Checks that {@code values} different values can be held at a time.
     *
     * @throws RefusedException when they are too many, or do not fit into memory
     */
    public static void requireFits(int values) {
        long fit = Runtime.getRuntime().maxMemory() / BYTES_PER_VALUE;
        if (values > Math.min(fit, MOST_VALUES)) {
            String why = fit < MOST_VALUES ? "than fit into the memory of this process" : "than a histogram holds";
            throw new RefusedException("there are more different values " + why + ", "
                    + NumberText.of(Math.min(fit, MOST_VALUES)) + "; choose narrower conditions, or another metric");
        }
    }

    @Override
    public Shard newShard() {
        return new Shard();
    }

    @Override
    public void accept(Shard shard, Batch batch) {
        shard.any = batch.value(column, 0);
        for (int row = 0; row < batch.count(); row++) {
            shard.countOfKey.addTo(batch.key(column, row), 1);
        }
        requireFits(shard.countOfKey.size());
    }

    @Override
    public Shard merge(Shard left, Shard right) {
        for (Long2LongMap.Entry entry : right.countOfKey.long2LongEntrySet()) {
            left.countOfKey.addTo(entry.getLongKey(), entry.getLongValue());
        }
        requireFits(left.countOfKey.size());
        left.any = left.any == null ? right.any : left.any;
        return left;
    }

    @Override
    public SortedMap<Figure, Long> finish(Shard shard) {
        SortedMap<Figure, Long> counts = new TreeMap<>();
        for (Long2LongMap.Entry entry : shard.countOfKey.long2LongEntrySet()) {
            counts.put(new Figure(shard.any.metric(), entry.getLongKey()), entry.getLongValue());
        }
        return Collections.unmodifiableSortedMap(counts);
    }
}
