package dev.rfsweep.model.metric;

import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;

/**
 * What one metric must be. On a {@linkplain Column#SHARED shared} column of a space whose axes differ, every axis must
 * have one of the values.
 *
 * @param column what is compared
 * @param values the keys that its metric may have
 */
public record Condition(Column column, Ranges values) {

    public Condition(Column column, Range range) {
        this(column, Ranges.of(range));
    }
}
