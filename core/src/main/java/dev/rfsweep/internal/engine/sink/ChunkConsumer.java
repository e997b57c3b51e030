package dev.rfsweep.internal.engine.sink;

import java.io.IOException;

/**
 * Takes the chunks of a stream of rows in ascending order of id, on the thread that asked for them.
 *
 * @param <C> a chunk, emptied and used again after the call
 */
@FunctionalInterface
public interface ChunkConsumer<C> {

    void accept(C chunk) throws IOException;
}
