package dev.rfsweep.bench;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.model.Range;

/** Folds matches into one sum, so that a benchmark measures the engine and not its sink. */
final class SumSink implements Sink<long[], Long> {

    /** What a batch adds to the sum. */
    private interface Term {
        long of(Batch batch);
    }

    private final Term term;

    private SumSink(Term term) {
        this.term = term;
    }

    /** The number of matches; looks at no row. */
    static SumSink rows() {
        return new SumSink(Batch::count);
    }

    /** The sum of the ids of all matches, less the origin of their batch. */
    static SumSink ids() {
        return new SumSink(batch -> {
            long sum = 0;
            for (int row = 0; row < batch.count(); row++) {
                sum += batch.offset(row);
            }
            return sum;
        });
    }

    /** The sum of column number {@code column} over all matches. */
    static SumSink sum(int column) {
        return new SumSink(batch -> {
            long sum = 0;
            for (int row = 0; row < batch.count(); row++) {
                sum += batch.key(column, row);
            }
            return sum;
        });
    }

    /** The number of matches whose value in column number {@code column} lies in {@code range}. */
    static SumSink within(int column, Range range) {
        return new SumSink(batch -> {
            long inside = 0;
            for (int row = 0; row < batch.count(); row++) {
                inside += range.contains(batch.key(column, row)) ? 1 : 0;
            }
            return inside;
        });
    }

    @Override
    public long[] newShard() {
        return new long[1];
    }

    @Override
    public void accept(long[] shard, Batch batch) {
        shard[0] += term.of(batch);
    }

    @Override
    public long[] merge(long[] left, long[] right) {
        left[0] += right[0];
        return left;
    }

    @Override
    public Long finish(long[] shard) {
        return shard[0];
    }
}
