package dev.rfsweep.internal.output;

import java.io.Closeable;
import java.io.IOException;

/** Where encoded rows go. */
public interface RowTarget extends Closeable {

    void write(Bytes bytes) throws IOException;

    /** All is written. */
    void commit() throws IOException;

    /** Takes back what was not {@linkplain #commit() committed}, where that is possible. */
    @Override
    void close() throws IOException;
}
