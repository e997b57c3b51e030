package dev.rfsweep.internal.engine.evaluate;

/** What the cells of a column are. It is known before the first row, and the same for all rows of an answer. */
public enum ColumnType {
    /** Whole numbers that fit an {@code int}: {@link Batch#ints}. */
    INT,
    /** Whole numbers that fit a {@code long}: {@link Batch#longs}. */
    LONG,
    /** Numbers that are not whole: {@link Batch#doubles}, correctly rounded, and {@link Batch#decimals}. */
    DOUBLE,
    /** Whole numbers of any length: {@link Batch#big}. */
    BIG,
    /** Decimal fractions, exact. Only small {@code TypedTable}s have them. */
    DECIMAL,
    /** Text: {@link Batch#texts}. */
    TEXT
}
