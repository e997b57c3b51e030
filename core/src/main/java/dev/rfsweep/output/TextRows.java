package dev.rfsweep.output;

import dev.rfsweep.engine.Batch;
import dev.rfsweep.engine.RowEncoder;
import dev.rfsweep.model.Figure;
import java.math.BigInteger;
import java.util.List;

/**
 * Rows as text. All text formats are the same loop: they differ in what stands before each cell and behind each row,
 * and in how they quote. Immutable, so that many threads encode at once.
 */
public final class TextRows implements RowEncoder<Bytes> {

    private static final int CHUNK = 1 << 16;

    private final Field[] fields;
    private final byte[][] before;
    private final byte[] after;
    private final Quoting quoting;
    private final byte[] head;

    /** Takes over what stands before each field, one entry a field. */
    TextRows(List<Field> fields, byte[][] before, byte[] after, Quoting quoting, byte[] head) {
        this.fields = fields.toArray(Field[]::new);
        this.before = before;
        this.after = after;
        this.quoting = quoting;
        this.head = head;
    }

    /** Appends what a file of this format starts with. */
    public void head(Bytes out) {
        out.append(head);
    }

    @Override
    public Bytes newChunk() {
        return new Bytes(CHUNK);
    }

    @Override
    public void clear(Bytes chunk) {
        chunk.clear();
    }

    @Override
    public void encode(Batch batch, int from, int to, Bytes out) {
        boolean small = batch.origin().signum() == 0;
        for (int row = from; row < to; row++) {
            for (int i = 0; i < fields.length; i++) {
                out.append(before[i]);
                if (fields[i] instanceof Field.Whole whole) {
                    out.append(batch.get(whole.index(), row));
                } else if (fields[i] instanceof Field.Id && small) {
                    out.append(batch.offset(row));
                } else if (fields[i] instanceof Field.Fraction fraction) {
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
            if (fields[i] instanceof Field.Whole whole) {
                out.append(values.get(whole.index()).key());
            } else if (fields[i] instanceof Field.Fraction fraction) {
                out.append(fraction.metric(), values.get(fraction.index()).key());
            } else {
                text(fields[i], id, out);
            }
        }
        out.append(after);
    }

    private void text(Field field, BigInteger id, Bytes out) {
        if (field instanceof Field.Text text) {
            int start = out.length();
            text.text().append(id, out);
            out.append(quoting.quote(out.cut(start)));
        } else if (field instanceof Field.Numeral numeral) {
            numeral.text().append(id, out);
        } else {
            out.append(id.toString());
        }
    }
}
