package dev.rfsweep.model;

/**
 * What one metric must be. On a {@linkplain Column#SHARED shared} column of a space whose axes differ, every axis must
 * be inside the range.
 *
 * @param column what is compared
 * @param range the keys of the metric inside
 */
public record Condition(Column column, Range range) {}
