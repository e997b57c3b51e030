package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.evaluate.BatchReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Rows on their way to a destination. Take what {@link #rows} encodes to {@link #write}, in order. Nothing is written before
 * the first row or the end, so that a question that is refused leaves nothing behind.
 */
public final class RowOutput implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final RowTarget destination;
    private final TextRows rows;
    private final Table aligner;
    private final Bytes buffer = new Bytes(BUFFER);
    private final Bytes aligned = new Bytes(BUFFER);
    private boolean headed;
    private boolean begun;

    private RowOutput(RowTarget destination, TextRows rows, Table aligner) {
        this.destination = destination;
        this.rows = rows;
        this.aligner = aligner;
    }

    public static RowOutput open(RowTarget destination, Format format, Screen screen, List<OutputColumn> fields) {
        Table aligner = format == Format.TABLE ? new Table(fields).on(screen) : null;
        return new RowOutput(destination, format.rows(fields), aligner);
    }

    /** Writes the header, once: before the first row, or at the end where there is none. */
    private void begin() throws IOException {
        if (!headed) {
            headed = true;
            Bytes head = new Bytes(0);
            rows.head(head);
            destination.write(head);
        }
    }

    public TextRows rows() {
        return rows;
    }

    public void write(Bytes chunk) throws IOException {
        begin();
        if (aligner == null) {
            boolean first = !begun && chunk.length() > 0;
            begun |= first;
            int between = first ? rows.between() : 0;
            destination.write(between == 0 ? chunk : new Bytes(BUFFER).append(chunk, between, chunk.length()));
            return;
        }
        aligner.add(chunk, aligned);
        destination.write(aligned);
        aligned.clear();
    }

    /** Writes all rows of {@code reader}. */
    public void read(BatchReader reader) throws IOException {
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            rows.encode(batch, 0, batch.count(), buffer);
            flush();
        }
    }

    /** Writes all rows of a table whose columns were said when this was opened. */
    public void table(TypedTable table) throws IOException {
        for (List<Object> row : table.rows()) {
            rows.row(row, buffer);
            if (buffer.length() > BUFFER / 2) {
                flush();
            }
        }
    }

    /** All rows are there: the output is whole. */
    public void finish() throws IOException {
        flush();
        if (aligner != null) {
            aligner.finish(aligned);
            destination.write(aligned);
        }
        Bytes tail = new Bytes(0);
        rows.tail(tail);
        destination.write(tail);
        destination.commit();
    }

    @Override
    public void close() throws IOException {
        destination.close();
    }

    private void flush() throws IOException {
        write(buffer);
        buffer.clear();
    }
}
