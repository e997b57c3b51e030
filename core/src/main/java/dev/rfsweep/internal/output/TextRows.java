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
        VariantText.Target target = out::appendUtf8;
        Object[] cells = cells(batch);
        boolean plainIds = batch.origin().signum() == 0;
        for (int row = from; row < to; row++) {
            for (int i = 0; i < fields.length; i++) {
                out.append(before[i]);
                if (cells[i] instanceof int[] ints) {
                    out.append(ints[row]);
                } else if (cells[i] instanceof long[] longs) {
                    out.append(longs[row]);
                } else if (fields[i] instanceof OutputColumn.Id) {
                    id(batch, row, plainIds, out);
                } else if (fields[i] instanceof OutputColumn.Variant) {
                    out.append(around);
                    batch.text(row, target);
                    out.append(around);
                } else if (cells[i] instanceof Decimals decimals) {
                    out.append(decimals.units[row], decimals.places);
                } else if (fields[i] instanceof OutputColumn.Value big) {
                    out.append(batch.big(big.index(), row).toString());
                }
            }
            out.append(after);
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

    /** By field: the cells of the batch that it shows, where they are an array. */
    private Object[] cells(Batch batch) {
        Object[] cells = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] instanceof OutputColumn.Value value) {
                int column = value.index();
                cells[i] = switch (batch.type(column)) {
                    case INT -> batch.ints(column);
                    case LONG -> batch.longs(column);
                    case DOUBLE -> new Decimals(batch.decimals(column), batch.decimalPlaces(column));
                    case BIG, DECIMAL, TEXT -> null;
                };
            }
        }
        return cells;
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
