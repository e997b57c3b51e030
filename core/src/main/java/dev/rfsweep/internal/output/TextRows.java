package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Rows as text. All text formats are the same loop: they differ in what stands before each cell and behind each row,
 * and in how they quote. Immutable, so that many threads encode at once.
 */
public final class TextRows implements RowEncoder<Bytes> {

    private static final int CHUNK = 1 << 16;

    private final OutputColumn[] fields;
    private final byte[][] before;
    private final byte[] after;
    private final Quoting quoting;
    private final byte[] head;
    private final byte[] around;
    private final int between;
    private final byte[] tail;
    private final long greatestNumber;

    /** @param before by field, what is written before its cell; the array is not copied */
    TextRows(List<OutputColumn> fields, byte[][] before, byte[] after, Quoting quoting, byte[] head) {
        this(fields.toArray(OutputColumn[]::new), before, after, quoting, head, 0, new byte[0]);
    }

    private TextRows(
            OutputColumn[] fields,
            byte[][] before,
            byte[] after,
            Quoting quoting,
            byte[] head,
            int between,
            byte[] tail) {
        this.fields = fields;
        this.before = before;
        this.after = after;
        this.quoting = quoting;
        this.head = head;
        this.around = quoting.around();
        this.greatestNumber = quoting.greatestNumber();
        this.between = between;
        this.tail = tail;
    }

    /** The same rows between {@code head} and {@code tail}. */
    TextRows enclosed(String head, int between, String tail) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        return new TextRows(fields, before, after, quoting, first, between, tail.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends what a file of this format starts with. */
    public void head(Bytes out) {
        out.append(head);
    }

    /** How many bytes at the start of a row separate it from the row before: the first row of a file is written without them. */
    public int between() {
        return between;
    }

    /** Appends what a file of this format ends with. */
    public void tail(Bytes out) {
        out.append(tail);
    }

    @Override
    public Bytes newChunk() {
        return new Bytes(CHUNK);
    }

    @Override
    public Optional<VariantText<?>> text() {
        for (OutputColumn field : fields) {
            if (field instanceof OutputColumn.Variant variant) {
                return Optional.of(variant.text());
            }
        }
        return Optional.empty();
    }

    @Override
    public void clear(Bytes chunk) {
        chunk.clear();
    }

    @Override
    public void encode(Batch batch, int from, int to, Bytes out) {
        Cells cells = new Cells(batch);
        int[][] ints = cells.ints;
        for (int row = from; row < to; row++) {
            for (int i = 0; i < ints.length; i++) {
                out.append(before[i]);
                int[] column = ints[i];
                if (column != null) {
                    out.append(column[row]);
                } else {
                    cells.append(i, row, out);
                }
            }
            out.append(after);
        }
    }

    /** The columns of a batch by field, as what they are; nearly all cells are {@code int}s, which {@link #encode} looks for itself. */
    private final class Cells {
        private final Batch batch;
        private final boolean plainIds;
        private final int[][] ints = new int[fields.length][];
        private final long[][] longs = new long[fields.length][];
        private final Decimals[] decimals = new Decimals[fields.length];

        Cells(Batch batch) {
            this.batch = batch;
            this.plainIds = batch.origin().signum() == 0;
            for (int i = 0; i < fields.length; i++) {
                if (fields[i] instanceof OutputColumn.Value value) {
                    resolve(i, value.index());
                }
            }
        }

        private void resolve(int field, int column) {
            switch (batch.type(column)) {
                case INT -> ints[field] = batch.ints(column);
                case LONG -> longs[field] = batch.longs(column);
                case DOUBLE -> decimals[field] = new Decimals(batch.decimals(column), batch.decimalPlaces(column));
                case BIG, DECIMAL, TEXT -> {} // read cell by cell
            }
        }

        /** Appends a cell that is no {@code int}. */
        void append(int field, int row, Bytes out) {
            if (fields[field] instanceof OutputColumn.Id) {
                id(batch, row, plainIds, out);
            } else if (longs[field] != null) {
                out.append(longs[field][row]);
            } else if (decimals[field] != null) {
                out.append(decimals[field].units[row], decimals[field].places);
            } else if (fields[field] instanceof OutputColumn.Variant) {
                out.append(around);
                batch.text(row, out::appendUtf8);
                out.append(around);
            } else if (fields[field] instanceof OutputColumn.Value big) {
                out.append(batch.big(big.index(), row).toString());
            }
        }
    }

    /** A column of decimals: its cells in units of the last of {@code places} places. */
    private static final class Decimals {
        private final long[] units;
        private final int places;

        Decimals(long[] units, int places) {
            this.units = units;
            this.places = places;
        }
    }

    private void id(Batch batch, int row, boolean plain, Bytes out) {
        long offset = batch.offset(row);
        if (plain && offset <= greatestNumber) {
            out.append(offset);
        } else {
            out.append(quoting.quote(batch.id(row)));
        }
    }

    /** Appends one row of a table whose columns the fields are. */
    public void row(List<Object> cells, Bytes out) {
        for (int i = 0; i < fields.length; i++) {
            out.append(before[i]);
            boolean forPeople = fields[i] instanceof OutputColumn.Cell cell && cell.forPeople();
            out.append(text(cells.get(i), forPeople));
        }
        out.append(after);
    }

    private String text(Object cell, boolean forPeople) {
        if (cell instanceof String text) {
            return quoting.quote(text);
        }
        return forPeople && cell instanceof BigInteger number ? NumberText.of(number) : TypedTable.text(cell);
    }

    /** Appends a row for an estimate of sizes: variant {@code id}, with {@code values} that need not be its own. */
    public void row(BigInteger id, List<Figure> values, Bytes out) {
        for (int i = 0; i < fields.length; i++) {
            out.append(before[i]);
            if (fields[i] instanceof OutputColumn.Variant variant) {
                out.append(around).append(variant.text().of(id)).append(around);
            } else if (fields[i] instanceof OutputColumn.Value value) {
                out.append(text(values.get(value.index()), false));
            } else {
                out.append(quoting.quote(id));
            }
        }
        out.append(after);
    }
}
