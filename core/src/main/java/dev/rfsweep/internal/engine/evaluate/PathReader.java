package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.util.Optional;

/** The matches among a range of paths, evaluated when they are asked for. */
public final class PathReader implements BatchReader {

    /** Paths that are evaluated from one seek; a range may have more than fit a {@code long}. */
    private static final long LONGEST = 1L << 56;

    private final BatchSchema schema;
    private final boolean narrow;
    private final Evaluator evaluator;
    private final Monitor monitor;
    private IdRange rest;

    public PathReader(
            Compiled compiled, boolean exhaustive, IdRange paths, Optional<VariantText<?>> text, Monitor monitor) {
        this.schema = compiled.schema;
        this.narrow = compiled.paths.graph().isNarrow();
        this.evaluator = new Evaluator(compiled, exhaustive);
        this.monitor = monitor;
        this.rest = paths;
        text.map(compiled::texts).ifPresent(evaluator::writing);
    }

    @Override
    public BatchSchema schema() {
        return schema;
    }

    @Override
    public Batch next() {
        while (true) {
            Cancellation.of(monitor).check(); // the thread that asks may be another every time
            if (evaluator.isDone()) {
                if (rest.isEmpty()) {
                    return null;
                }
                seek(rest.limit(LONGEST));
            }
            Batch batch = evaluator.next();
            if (batch != null) {
                return batch;
            }
        }
    }

    private void seek(IdRange paths) {
        BigInteger origin = narrow ? BigInteger.ZERO : paths.from();
        evaluator.seek(
                origin,
                paths.from().subtract(origin).longValueExact(),
                paths.length().longValueExact());
        rest = rest.skip(paths.length());
    }
}
