package dev.rfsweep.cli;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.OutputColumn;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Column;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of one variant, worked out by a sweep over its id alone. */
final class Metrics {

    private Metrics() {}

    /** Values by label, in the order of the columns; empty when the variant is invalid. */
    static Map<String, String> of(Space space, BigInteger id) throws IOException {
        List<OutputColumn> fields = new ArrayList<>();
        for (Column column : space.schema().columns()) {
            fields.add(OutputColumn.of(column, space.schema().rank(), fields.size()));
        }
        Bytes row = new Bytes(256);
        Sweep.over(space).columns(space.schema().columns()).ids(id, id.add(BigInteger.ONE)).threads(1).stream(
                Table.rows(fields), 0, 1, chunk -> row.append(chunk, 0, chunk.length()));
        Map<String, String> metrics = new LinkedHashMap<>();
        if (row.length() > 0) {
            String[] cells = row.toString().strip().split("\t", -1);
            for (int i = 0; i < cells.length; i++) {
                metrics.put(fields.get(i).label(), cells[i]);
            }
        }
        return metrics;
    }
}
