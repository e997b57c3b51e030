package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Walk;
import dev.rfsweep.internal.engine.evaluate.BatchReader;
import dev.rfsweep.internal.engine.evaluate.BatchSchema;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.IdRange;
import java.util.Optional;

/**
 * The matches in ascending order of id, compiled once for any number of readers, who may read parts of them at the same time.
 * Between two batches nothing runs and nothing is held but what was compiled, so there is nothing to close.
 *
 * @param paths numbers of the paths to read: ranks of matches, so that equal parts are equal work, or ids where the sweep has to
 *     look for the matches
 */
public record RowSource(Walk walk, IdRange paths) {

    /** What batches look like. */
    public BatchSchema schema() {
        return walk.schema();
    }

    /** All matches; {@code text} is how variants are written, if they are. */
    public BatchReader read(Optional<VariantText<?>> text) {
        return read(paths, text);
    }

    /** Those among {@code part} of {@link #paths}. */
    public BatchReader read(IdRange part, Optional<VariantText<?>> text) {
        if (!part.isWithin(paths)) {
            throw new IllegalArgumentException(part + " is not a part of " + paths);
        }
        return walk.read(part, text);
    }
}
