package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The number of matches, and the least and greatest value of every column of the sweep over them. */
public final class Extremes implements Sink<Extremes.Shard, Extremes.Result> {

    private final List<Column> columns;

    /** What one worker has seen. */
    static final class Shard {
        private long count;
        private final long[] least;
        private final long[] most;

        private Shard(int columns) {
            least = new long[columns];
            most = new long[columns];
            Arrays.fill(least, Long.MAX_VALUE);
            Arrays.fill(most, Long.MIN_VALUE);
        }
    }

    /**
     * What all matches span.
     *
     * @param count number of matches
     * @param least the least value of each column; none when nothing matches
     * @param most the greatest value of each column; none when nothing matches
     */
    public record Result(long count, List<Figure> least, List<Figure> most) {
        public Result {
            least = List.copyOf(least);
            most = List.copyOf(most);
        }
    }

    private Extremes(List<Column> columns) {
        this.columns = columns;
    }

    /** Over {@code columns}, which are those of the sweep. */
    public static Extremes of(List<Column> columns) {
        return new Extremes(columns);
    }

    @Override
    public Shard newShard() {
        return new Shard(columns.size());
    }

    @Override
    public void accept(Shard shard, Batch batch) {
        shard.count += batch.count();
        for (int column = 0; column < columns.size(); column++) {
            long least = shard.least[column];
            long most = shard.most[column];
            for (int row = 0; row < batch.count(); row++) {
                least = Math.min(least, batch.key(column, row));
                most = Math.max(most, batch.key(column, row));
            }
            shard.least[column] = least;
            shard.most[column] = most;
        }
    }

    @Override
    public Shard merge(Shard left, Shard right) {
        left.count += right.count;
        for (int column = 0; column < columns.size(); column++) {
            left.least[column] = Math.min(left.least[column], right.least[column]);
            left.most[column] = Math.max(left.most[column], right.most[column]);
        }
        return left;
    }

    @Override
    public Result finish(Shard shard) {
        List<Figure> least = new ArrayList<>();
        List<Figure> most = new ArrayList<>();
        for (int column = 0; column < columns.size() && shard.count > 0; column++) {
            least.add(new Figure(columns.get(column).metric(), shard.least[column]));
            most.add(new Figure(columns.get(column).metric(), shard.most[column]));
        }
        return new Result(shard.count, least, most);
    }
}
