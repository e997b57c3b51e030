package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.List;

/**
 * One match.
 *
 * @param id the variant's id
 * @param values a value for each column of the sweep
 */
public record Row(BigInteger id, List<Figure> values) {

    public Row {
        values = List.copyOf(values);
    }
}
