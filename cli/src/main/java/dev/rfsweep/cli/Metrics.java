package dev.rfsweep.cli;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.space.Schema;
import dev.rfsweep.internal.space.Space;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one variant, worked out by a sweep over its id alone. */
final class Metrics {

    private Metrics() {}

    /** Values by label, in the order of the columns; empty when the variant is invalid. */
    static Map<String, String> of(Space space, BigInteger id) {
        Schema schema = space.schema();
        List<Row> rows = Sweep.over(space)
                .columns(schema.columns())
                .ids(id, id.add(BigInteger.ONE))
                .threads(1)
                .into(Collect.rows());
        Map<String, String> metrics = new LinkedHashMap<>();
        for (int i = 0; !rows.isEmpty() && i < schema.columns().size(); i++) {
            String value = rows.get(0).values().get(i).decimal().toPlainString();
            metrics.put(schema.columns().get(i).label(schema.rank()), value);
        }
        return metrics;
    }
}
