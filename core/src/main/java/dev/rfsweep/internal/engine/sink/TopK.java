package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Row;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongUnaryOperator;

/** The best matches by one column, ties by id; memory grows with how many are wanted, not with the space. */
public final class TopK implements Sink<PriorityQueue<TopK.Scored>, List<Row>> {

    /**
     * A candidate.
     *
     * @param score less is better
     */
    record Scored(long score, Row row) {
        private static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingLong(Scored::score).thenComparing(scored -> scored.row.id());
    }

    private final int column;
    private final LongUnaryOperator score;
    private final int most;

    private TopK(int column, LongUnaryOperator score, int most) {
        this.column = column;
        this.score = score;
        this.most = most;
    }

    /** The {@code most} matches with the least values of column number {@code column}. */
    public static TopK least(int column, int most) {
        return new TopK(column, value -> value, most);
    }

    /** The {@code most} matches with the greatest values. */
    public static TopK greatest(int column, int most) {
        return new TopK(column, value -> ~value, most);
    }

    /** The {@code most} matches with the values nearest to {@code target}, of a column of whole numbers. */
    public static TopK nearest(int column, long target, int most) {
        return by(column, value -> Math.abs(Math.subtractExact(value, target)), most);
    }

    /** The {@code most} matches for which {@code score} of column number {@code column} is least. */
    public static TopK by(int column, LongUnaryOperator score, int most) {
        return new TopK(column, score, most);
    }

    @Override
    public PriorityQueue<Scored> newShard() {
        return new PriorityQueue<>(Collections.reverseOrder(Scored.BEST_FIRST));
    }

    @Override
    public void accept(PriorityQueue<Scored> shard, Batch batch) {
        for (int row = 0; row < batch.count() && most > 0; row++) {
            long value = score.applyAsLong(batch.key(column, row));
            // Ids ascend, so a later match with the same score is worse.
            if (shard.size() < most || value < shard.peek().score()) {
                offer(shard, new Scored(value, batch.row(row)));
            }
        }
    }

    @Override
    public PriorityQueue<Scored> merge(PriorityQueue<Scored> left, PriorityQueue<Scored> right) {
        right.forEach(scored -> offer(left, scored));
        return left;
    }

    @Override
    public List<Row> finish(PriorityQueue<Scored> shard) {
        return shard.stream().sorted(Scored.BEST_FIRST).map(Scored::row).toList();
    }

    private void offer(PriorityQueue<Scored> shard, Scored scored) {
        shard.add(scored);
        if (shard.size() > most) {
            shard.remove();
        }
    }
}
