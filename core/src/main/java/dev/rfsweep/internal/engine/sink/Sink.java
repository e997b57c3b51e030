package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;

/**
 * Folds the matches of a sweep into one result: a {@link java.util.stream.Collector} over columns instead of elements.
 *
 * <p>Each shard is touched by one thread at a time, so implementations need no locks. Shards are merged in ascending
 * order of id, so an order-sensitive sink gives the same answer however many threads run.
 *
 * @param <S> the mutable state of one worker
 * @param <R> the result
 */
public interface Sink<S, R> {

    S newShard();

    void accept(S shard, Batch batch);

    /** Adds {@code right}, whose ids all follow those of {@code left}, and returns the sum. */
    S merge(S left, S right);

    R finish(S shard);
}
