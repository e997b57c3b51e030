package dev.rfsweep.internal.engine.sink;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.space.VariantText;
import java.util.Optional;

/**
 * Turns rows into chunks of an output, in parallel; the engine hands the chunks on in ascending order of id.
 *
 * @param <C> a chunk: what the rows of one stretch of ids become
 */
public interface RowEncoder<C> {

    C newChunk();

    /** How variants are to be written for {@link Batch#text}; empty when this encoder does not ask for texts. */
    default Optional<VariantText<?>> text() {
        return Optional.empty();
    }

    /** Adds rows {@code from} to {@code to}, exclusive, of {@code batch} to {@code chunk}. */
    void encode(Batch batch, int from, int to, C chunk);

    /** Empties a chunk so that it can be filled again. */
    void clear(C chunk);
}
