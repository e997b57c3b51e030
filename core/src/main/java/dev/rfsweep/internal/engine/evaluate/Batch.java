package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.List;

/**
 * Some rows of an answer, column by column: every column is an array of its {@linkplain #type type}, of which the first
 * {@link #count} elements are meant. A batch is filled again and again: read what is needed before the next one, keep no
 * array, and change none. For one thread.
 *
 * <p>Every row has an id. Ids may exceed 63 bits, and so they are {@code origin + offset}, an offset a row. Where all ids of
 * the space fit a {@code long}, the origin is zero and offsets are ids. Of a sweep they ascend.
 */
public final class Batch {

    /** Most rows of one batch. */
    static final int CAPACITY = 4096;

    /** Writes variants by their row of the suffix table at hand, or of the batch where there is no table. */
    interface Texts {
        void append(int tableRow, VariantText.Target out);
    }

    private final ColumnType[] types;

    /** By column: what its keys mean; null for a column that is not of a metric. */
    private final Metric[] metrics;

    /** By column: keys that fit {@code int}s, otherwise null. */
    final int[][] ints;

    /** By column: keys that need {@code long}s, otherwise null. */
    final long[][] longs;

    /** By column: numbers of any length, otherwise null. */
    final BigInteger[][] bigs;

    /** By row, offsets of the ids. Where they follow from the place in the stretch, they are written when they are asked for. */
    long[] ids;

    /** Rows of the stretch that match; not read while the batch is {@link #contiguous}. */
    final int[] selected;

    /** Whether ids are {@link #first} and those that follow it, or those of the selected rows. */
    private final boolean sequential;

    boolean contiguous;
    long first;
    int count;
    BigInteger origin = BigInteger.ZERO;

    /** Writes the variants; null unless that is asked for. */
    Texts texts;

    /** The row of the suffix table where the stretch begins; 0 where there is no table. */
    int tableRow;

    private TextColumn textColumn;

    private final int capacity;

    /** A batch of at most {@code capacity} rows, whose ids are set one by one. */
    Batch(BatchSchema schema, int capacity) {
        this(schema, capacity, false);
    }

    private Batch(BatchSchema schema, int capacity, boolean sequential) {
        this.capacity = capacity;
        this.sequential = sequential;
        selected = new int[capacity];
        ids = sequential ? null : new long[capacity];
        int columns = schema.types().size();
        types = schema.types().toArray(ColumnType[]::new);
        metrics = schema.metrics().toArray(new Metric[columns]);
        ints = new int[columns][];
        longs = new long[columns][];
        bigs = new BigInteger[columns][];
        for (int column = 0; column < columns; column++) {
            if (types[column] == ColumnType.BIG) {
                bigs[column] = new BigInteger[capacity];
            } else if (schema.wide().get(column)) {
                longs[column] = new long[capacity];
            } else {
                ints[column] = new int[capacity];
            }
        }
    }

    /** A batch for what is evaluated; its ids follow from the place in the stretch unless paths are {@code ranked}. */
    static Batch evaluated(BatchSchema schema, boolean ranked) {
        return new Batch(schema, CAPACITY, !ranked);
    }

    /** Number of columns, id and text not counted. */
    public int columns() {
        return types.length;
    }

    /** Number of rows, at least 1. */
    public int count() {
        return count;
    }

    /** What column number {@code column} holds. */
    public ColumnType type(int column) {
        return types[column];
    }

    /** The cells of a column of type {@link ColumnType#INT}. */
    public int[] ints(int column) {
        require(column, ColumnType.INT);
        return ints[column];
    }

    /** The cells of a column of type {@link ColumnType#LONG}. */
    public long[] longs(int column) {
        require(column, ColumnType.LONG);
        return longs[column];
    }

    /** The cells of a column of type {@link ColumnType#DOUBLE}, each the double next to the exact value. In a new array. */
    public double[] doubles(int column) {
        require(column, ColumnType.DOUBLE);
        double[] values = new double[count];
        metrics[column].values(keys(column), values);
        return values;
    }

    /**
     * The cells of a column of type {@link ColumnType#DOUBLE} as decimals: the exact values, rounded half up to so many {@link
     * #decimalPlaces}, in units of the last place. In a new array.
     */
    public long[] decimals(int column) {
        require(column, ColumnType.DOUBLE);
        long[] values = keys(column);
        metrics[column].round(values);
        return values;
    }

    /** Places behind the point of {@link #decimals}. */
    public int decimalPlaces(int column) {
        return metrics[column].decimals();
    }

    /** The cell of row {@code row} in a column of type {@link ColumnType#BIG}. */
    public BigInteger big(int column, int row) {
        require(column, ColumnType.BIG);
        return bigs[column][row];
    }

    private void require(int column, ColumnType type) {
        if (types[column] != type) {
            throw new IllegalArgumentException("column " + column + " is " + types[column] + ", not " + type);
        }
    }

    private long[] keys(int column) {
        long[] keys = new long[count];
        for (int row = 0; row < count; row++) {
            keys[row] = key(column, row);
        }
        return keys;
    }

    /** What {@linkplain #offsets offsets} count from. */
    public BigInteger origin() {
        return origin;
    }

    /** The ids of all rows, less the {@link #origin}. */
    public long[] offsets() {
        if (sequential) {
            ids = ids == null ? new long[capacity] : ids;
            for (int row = 0; row < count; row++) {
                ids[row] = first + (contiguous ? row : selected[row]);
            }
        }
        return ids;
    }

    /** The id of row {@code row}, less the {@link #origin}. */
    public long offset(int row) {
        return sequential ? first + (contiguous ? row : selected[row]) : ids[row];
    }

    /** The id of row {@code row}. */
    public BigInteger id(int row) {
        return origin.add(BigInteger.valueOf(offset(row)));
    }

    /**
     * The texts of all variants, as a column.
     *
     * @throws NullPointerException when they were not asked for
     */
    public TextColumn texts() {
        textColumn = textColumn == null ? new TextColumn(capacity) : textColumn;
        textColumn.clear();
        for (int row = 0; row < count; row++) {
            text(row, textColumn::append);
            textColumn.end(row);
        }
        return textColumn;
    }

    /**
     * Appends the text of the variant in row {@code row}: for formats that would only copy it out of the column.
     *
     * @throws NullPointerException when texts were not asked for
     */
    public void text(int row, VariantText.Target out) {
        texts.append(tableRow + (contiguous ? row : selected[row]), out);
    }

    /** The value in row {@code row} of a column of a metric. */
    public Figure value(int column, int row) {
        return new Figure(metrics[column], key(column, row));
    }

    /**
     * The key of the value in row {@code row} of a column of a metric: a whole number in the order of the values, for
     * comparing and counting. What it stands for, the metric alone knows.
     */
    public long key(int column, int row) {
        return ints[column] != null ? ints[column][row] : longs[column][row];
    }

    /** The row as an object of its own. */
    public Row row(int row) {
        Figure[] values = new Figure[columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = value(column, row);
        }
        return new Row(id(row), List.of(values));
    }
}
