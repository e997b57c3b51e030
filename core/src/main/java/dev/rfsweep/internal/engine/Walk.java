package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.BatchReader;
import dev.rfsweep.internal.engine.evaluate.BatchSchema;
import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.engine.evaluate.PathReader;
import dev.rfsweep.internal.engine.sink.ChunkConsumer;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.engine.sink.Sink;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Compiled paths, and how they are walked: on how many threads, and under which monitor. Every sweep and every enumeration of
 * matches ends here. Work is shared out by the numbers of the paths, which are ids where all paths are walked, and ranks where
 * only matches are.
 */
public final class Walk {

    private final Compiled compiled;
    private final boolean exhaustive;
    private final Monitor monitor;
    private final int threads;

    Walk(Compiled compiled, boolean exhaustive, Monitor monitor, int threads) {
        this.compiled = compiled;
        this.exhaustive = exhaustive;
        this.monitor = monitor;
        this.threads = threads;
    }

    /** The number of matches among {@code paths}. */
    BigInteger count(IdRange paths) {
        monitor.begin(paths.length(), compiled.paths.isRanked());
        return new ParallelFold(compiled, exhaustive, monitor, Cancellation.of(monitor), threads).count(paths);
    }

    /**
     * Folds the matches among {@code paths} into a sink.
     *
     * @throws java.util.concurrent.CancellationException when the monitor or an interrupt stopped it
     * @throws ArithmeticException when there are more than {@link Long#MAX_VALUE} paths
     */
    public <S, R> R into(Sink<S, R> sink, IdRange paths) {
        monitor.begin(paths.length(), compiled.paths.isRanked());
        return sink.finish(
                new ParallelFold(compiled, exhaustive, monitor, Cancellation.of(monitor), threads).fold(paths, sink));
    }

    /**
     * Streams the matches among {@code paths} in ascending order of id and in bounded memory. The outcome tells the number of the next path.
     *
     * @param encoder turns rows into chunks, on many threads
     * @param offset matches to leave out at the beginning
     * @param limit most matches to hand out
     * @param out takes the chunks, in order
     * @throws IOException as {@code out} does
     */
    public <C> Outcome stream(RowEncoder<C> encoder, IdRange paths, long offset, long limit, ChunkConsumer<C> out)
            throws IOException {
        monitor.begin(paths.length(), compiled.paths.isRanked());
        return new RowStream<>(compiled, exhaustive, monitor, Cancellation.of(monitor), threads, encoder)
                .run(paths, offset, limit, out);
    }

    /**
     * The matches among {@code paths} for a reader who asks for them, on the thread that asks. Readers of one walk may be read
     * at the same time, each by its thread.
     *
     * @param text how variants are written in {@link dev.rfsweep.internal.engine.evaluate.Batch#texts}, if they are
     */
    public BatchReader read(IdRange paths, Optional<VariantText<?>> text) {
        return new PathReader(compiled, exhaustive, paths, text, monitor);
    }

    /** What batches look like. */
    public BatchSchema schema() {
        return compiled.schema;
    }
}
