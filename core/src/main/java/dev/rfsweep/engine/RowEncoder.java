package dev.rfsweep.engine;

/**
 * Turns rows into chunks of an output, in parallel; the engine hands the chunks on in ascending order of id.
 *
 * @param <C> a chunk: what the rows of one stretch of ids become
 */
public interface RowEncoder<C> {

    C newChunk();

    /** Adds rows {@code from} to {@code to}, exclusive, of {@code batch} to {@code chunk}. */
    void encode(Batch batch, int from, int to, C chunk);

    /** Empties a chunk so that it can be filled again. */
    void clear(C chunk);
}
