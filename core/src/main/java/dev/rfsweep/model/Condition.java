package dev.rfsweep.model;

/**
 * What one metric must be. On a {@linkplain Column#SHARED shared} column of a space whose axes differ, every axis must
 * have one of the values. For {@link Metric#ERF} the values are those of {@code 12V}.
 *
 * @param column what is compared
 * @param values what it may be
 */
public record Condition(Column column, Ranges values) {

    public Condition(Column column, Range range) {
        this(column, Ranges.of(range));
    }
}
