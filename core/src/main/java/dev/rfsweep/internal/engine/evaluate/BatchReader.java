package dev.rfsweep.internal.engine.evaluate;

/**
 * Rows for a reader who asks for them, batch by batch, on one thread. Where they come from does not show: a sweep over a
 * range of ids gives the same batches as it would push into a {@code Sink}, and the few rows of an answer come the same way.
 * Between two calls nothing runs, so there is nothing to close.
 */
public interface BatchReader {

    /** What batches look like; known before the first one. */
    BatchSchema schema();

    /**
     * The next rows, at least one, or null behind the last. The batch is used again by the next call.
     *
     * @throws java.util.concurrent.CancellationException when the question was cancelled
     */
    Batch next();
}
