package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.Metric;
import java.math.BigInteger;

/**
 * Matching variants of one stretch, in ascending order of id. The engine reuses batches: read what is needed
 * inside the call that hands one over, and keep nothing of it.
 *
 * <p>Ids can exceed 63 bits, so a batch holds them as {@code origin + offset}. The origin is zero whenever the ids of the
 * space fit a {@code long}.
 */
public final class Batch {

    /** Most rows of one batch. */
    static final int CAPACITY = 4096;

    /** By column: values of a column that fits {@code int}s, otherwise null. */
    final int[][] ints;

    /** By column: values of a column that needs {@code long}s, otherwise null. */
    final long[][] longs;

    /** Rows of the stretch that match; not read while the batch is {@link #contiguous}. */
    final int[] selected = new int[CAPACITY];

    /** Offsets of the ids, where they do not follow from the place in the stretch; otherwise null. */
    final long[] ids;

    /** Writes the variants; null unless that is asked for. */
    PathText<?> text;

    /** Row of the suffix table at hand where the stretch begins. */
    int tableRow;

    private final Metric[] metrics;
    boolean contiguous;
    long first;
    int count;
    BigInteger origin = BigInteger.ZERO;

    Batch(Metric[] metrics, boolean[] columnIsLong, boolean ranked) {
        this.metrics = metrics;
        ids = ranked ? new long[CAPACITY] : null;
        ints = new int[columnIsLong.length][];
        longs = new long[columnIsLong.length][];
        for (int column = 0; column < columnIsLong.length; column++) {
            if (columnIsLong[column]) {
                longs[column] = new long[CAPACITY];
            } else {
                ints[column] = new int[CAPACITY];
            }
        }
    }

    /** Number of columns of the sweep. */
    public int columns() {
        return ints.length;
    }

    /** Number of rows, at least 1. */
    public int count() {
        return count;
    }

    /** What {@linkplain #offset offsets} count from. */
    public BigInteger origin() {
        return origin;
    }

    /** The id of row {@code row}, less the {@link #origin()}. */
    public long offset(int row) {
        return ids != null ? ids[row] : first + (contiguous ? row : selected[row]);
    }

    /** The id of row {@code row}. */
    public BigInteger id(int row) {
        return origin.add(BigInteger.valueOf(offset(row)));
    }

    /**
     * Appends the text of the variant in row {@code row}.
     *
     * @throws NullPointerException when the encoder did not {@linkplain dev.rfsweep.internal.engine.sink.RowEncoder#text() ask} for texts
     */
    public void text(int row, VariantText.Target out) {
        text.append(tableRow + (contiguous ? row : selected[row]), out);
    }

    /** The value in row {@code row} of the sweep's column number {@code column}. */
    public Figure value(int column, int row) {
        return new Figure(metrics[column], get(column, row));
    }

    /** The {@linkplain Figure#key key} of the value in row {@code row} of the sweep's column number {@code column}. */
    public long get(int column, int row) {
        return ints[column] != null ? ints[column][row] : longs[column][row];
    }
}
