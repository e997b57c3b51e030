package dev.rfsweep.output;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One JSON object a line, keys in the order of the fields. Ids are JSON numbers however long: exact in a reader with big
 * integers (Python, DuckDB's HUGEINT), rounded in one that reads every number as a double.
 */
public final class JsonLines {

    private JsonLines() {}

    public static TextRows rows(List<Field> fields) {
        return rows(fields, "{", "}\n");
    }

    /** Objects that begin and end as is said. */
    static TextRows rows(List<Field> fields, String begin, String end) {
        byte[][] before = new byte[fields.size()][];
        for (int i = 0; i < before.length; i++) {
            String key =
                    (i == 0 ? begin : ",") + Quoting.JSON.quote(fields.get(i).label()) + ":";
            before[i] = key.getBytes(StandardCharsets.UTF_8);
        }
        return new TextRows(fields, before, end.getBytes(StandardCharsets.UTF_8), Quoting.JSON, new byte[0]);
    }
}
