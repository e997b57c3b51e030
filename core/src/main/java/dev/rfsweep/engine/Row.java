package dev.rfsweep.engine;

import java.math.BigInteger;
import java.util.List;

/**
 * One match.
 *
 * @param id the variant's id
 * @param values a value for each column of the sweep; {@code erf} as {@code 12V}
 */
public record Row(BigInteger id, List<Long> values) {

    public Row {
        values = List.copyOf(values);
    }

    static Row of(Batch batch, int row) {
        Long[] values = new Long[batch.columns()];
        for (int column = 0; column < values.length; column++) {
            values[column] = batch.get(column, row);
        }
        return new Row(batch.id(row), List.of(values));
    }
}
