package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.Evaluator;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/**
 * Fans a range of ids out over a parallel stream of segments and merges the answers in order. Ranges here are feasible
 * to evaluate, so they are shorter than {@link Long#MAX_VALUE} ids.
 */
final class ParallelFold {

    private static final long SEGMENT = 1L << 22;
    private static final long MOST_SEGMENTS = 1L << 14;

    private final Compiled compiled;
    private final boolean exhaustive;
    private final Monitor monitor;
    private final Cancellation cancellation;
    private final int threads;

    ParallelFold(Compiled compiled, boolean exhaustive, Monitor monitor, Cancellation cancellation, int threads) {
        this.compiled = compiled;
        this.exhaustive = exhaustive;
        this.monitor = monitor;
        this.cancellation = cancellation;
        this.threads = threads;
    }

    BigInteger count(IdRange paths) {
        return BigInteger.valueOf(fold(paths, new CountWork())[0]);
    }

    <S, R> S fold(IdRange paths, Sink<S, R> sink) {
        return fold(paths, new SinkWork<>(sink));
    }

    /** What is done with the matches of a stretch of paths. */
    private interface Work<S> {
        S newShard();

        /** Takes some of the matches, in bounded time, and returns how many. */
        long run(Evaluator evaluator, S shard);

        S merge(S left, S right);
    }

    private static final class CountWork implements Work<long[]> {
        @Override
        public long[] newShard() {
            return new long[1];
        }

        @Override
        public long run(Evaluator evaluator, long[] shard) {
            long matches = evaluator.count();
            shard[0] += matches;
            return matches;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            left[0] += right[0];
            return left;
        }
    }

    private record SinkWork<S>(Sink<S, ?> sink) implements Work<S> {
        @Override
        public S newShard() {
            return sink.newShard();
        }

        @Override
        public long run(Evaluator evaluator, S shard) {
            long matches = 0;
            for (Batch batch = evaluator.next(); batch != null; batch = evaluator.next()) {
                sink.accept(shard, batch);
                matches += batch.count();
            }
            return matches;
        }

        @Override
        public S merge(S left, S right) {
            return sink.merge(left, right);
        }
    }

    private <S> S fold(IdRange paths, Work<S> work) {
        long ids = paths.length().longValueExact();
        long segment = Math.max(SEGMENT, ids / MOST_SEGMENTS);
        boolean narrow = paths.to().bitLength() < 63;
        BigInteger origin = narrow ? BigInteger.ZERO : paths.from();
        long first = narrow ? paths.from().longValueExact() : 0;
        LongStream starts = LongStream.range(0, (ids + segment - 1) / segment).map(number -> first + number * segment);
        Segments<S> all = inPool(starts, work, origin, segment, first + ids);
        return all.shard;
    }

    private <S> Segments<S> inPool(LongStream starts, Work<S> work, BigInteger origin, long segment, long end) {
        if (threads == 1) {
            Segments<S> only = new Segments<>(work);
            starts.forEach(start -> only.run(origin, start, Math.min(segment, end - start)));
            return only;
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return cancellation.await(pool.submit(() -> starts.parallel()
                    .collect(
                            () -> new Segments<>(work),
                            (shard, start) -> shard.run(origin, start, Math.min(segment, end - start)),
                            Segments::merge)));
        } finally {
            pool.shutdownNow();
        }
    }

    /** One worker's run of neighbouring segments: scratch, and its shard of the answer. */
    private final class Segments<S> {
        private final Work<S> work;
        private final Evaluator evaluator = new Evaluator(compiled, exhaustive);
        private S shard;

        Segments(Work<S> work) {
            this.work = work;
            this.shard = work.newShard();
        }

        void run(BigInteger origin, long start, long ids) {
            evaluator.seek(origin, start, ids);
            for (long at = start; !evaluator.isDone(); at = evaluator.position()) {
                cancellation.check();
                long matches = work.run(evaluator, shard);
                monitor.advance(evaluator.position() - at, matches);
            }
        }

        void merge(Segments<S> right) {
            shard = work.merge(shard, right.shard);
        }
    }
}
