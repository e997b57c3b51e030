package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.output.TextRows;
import dev.rfsweep.model.Figure;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/**
 * Rows on their way to a destination. Take what {@link #rows} encodes to {@link #write}, in order. Nothing is written before
 * the first row or the end, so that a question that is refused leaves nothing behind.
 */
final class RowOutput implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Destination destination;
    private final TextRows rows;
    private final Table table;
    private final Bytes buffer = new Bytes(BUFFER);
    private final Bytes aligned = new Bytes(BUFFER);
    private boolean headed;
    private boolean begun;

    private RowOutput(Destination destination, TextRows rows, Table table) {
        this.destination = destination;
        this.rows = rows;
        this.table = table;
    }

    static RowOutput open(Destination destination, Format format, Screen screen, List<OutputColumn> fields) {
        Table table = format == Format.TABLE ? new Table(fields).on(screen) : null;
        return new RowOutput(destination, format.rows(fields), table);
    }

    /** The head goes out before the first row, and alone where there is none. */
    private void begin() throws WriteException {
        if (!headed) {
            headed = true;
            Bytes head = new Bytes(0);
            rows.head(head);
            destination.write(head);
        }
    }

    TextRows rows() {
        return rows;
    }

    void write(Bytes chunk) throws WriteException {
        begin();
        if (table == null) {
            boolean first = !begun && chunk.length() > 0;
            begun |= first;
            int between = first ? rows.between() : 0;
            destination.write(between == 0 ? chunk : new Bytes(BUFFER).append(chunk, between, chunk.length()));
            return;
        }
        table.add(chunk, aligned);
        destination.write(aligned);
        aligned.clear();
    }

    /** Writes a row that does not come from a stream. */
    void row(BigInteger id, List<Figure> values) throws WriteException {
        rows.row(id, values, buffer);
        if (buffer.length() > BUFFER / 2) {
            flush();
        }
    }

    /** All rows are there: the output is whole. */
    void finish() throws WriteException {
        flush();
        if (table != null) {
            table.finish(aligned);
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

    private void flush() throws WriteException {
        write(buffer);
        buffer.clear();
    }
}
