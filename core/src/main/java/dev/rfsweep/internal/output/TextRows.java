package dev.rfsweep.internal.output;

import dev.rfsweep.internal.engine.evaluate.Batch;
import dev.rfsweep.internal.engine.sink.RowEncoder;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.Figure;
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

    /** Takes over what stands before each field, one entry a field. */
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

    /** How many bytes in front of a row only part it from the row before: the first row of a file goes without. */
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
        boolean small = batch.origin().signum() == 0;
        long plain = quoting.greatestNumber();
        for (int row = from; row < to; row++) {
            for (int i = 0; i < fields.length; i++) {
                out.append(before[i]);
                if (fields[i] instanceof OutputColumn.Whole whole) {
                    out.append(batch.get(whole.index(), row));
                } else if (fields[i] instanceof OutputColumn.Id && small && batch.offset(row) <= plain) {
                    out.append(batch.offset(row));
                } else if (fields[i] instanceof OutputColumn.Variant) {
                    out.append(around);
                    batch.text(row, target);
                    out.append(around);
                } else if (fields[i] instanceof OutputColumn.Fraction fraction) {
                    out.append(fraction.metric(), batch.get(fraction.index(), row));
                } else {
                    text(fields[i], batch.id(row), out);
                }
            }
            out.append(after);
        }
    }

    /** Appends one row that does not come from a batch; {@code id} may be zero where no field shows it. */
    public void row(BigInteger id, List<Figure> values, Bytes out) {
        for (int i = 0; i < fields.length; i++) {
            out.append(before[i]);
            if (fields[i] instanceof OutputColumn.Whole whole) {
                out.append(values.get(whole.index()).key());
            } else if (fields[i] instanceof OutputColumn.Fraction fraction) {
                out.append(fraction.metric(), values.get(fraction.index()).key());
            } else {
                text(fields[i], id, out);
            }
        }
        out.append(after);
    }

    private void text(OutputColumn field, BigInteger id, Bytes out) {
        if (field instanceof OutputColumn.Variant variant) {
            out.append(around).append(variant.text().of(id)).append(around);
        } else if (field instanceof OutputColumn.Text text) {
            int start = out.length();
            text.text().append(id, out);
            out.append(quoting.quote(out.cut(start)));
        } else if (field instanceof OutputColumn.Numeral numeral) {
            numeral.text().append(id, out);
        } else {
            out.append(quoting.quote(id));
        }
    }
}
