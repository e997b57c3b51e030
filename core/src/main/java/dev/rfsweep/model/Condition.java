package dev.rfsweep.model;

/**
 * What one metric must be. On a {@linkplain Column#SHARED shared} column of a space whose axes differ, every axis must
 * be inside the range. For {@link Metric#ERF} the range is over {@code 12V}.
 *
 * @param column what is compared
 * @param range where it must lie
 */
public record Condition(Column column, Range range) {}
