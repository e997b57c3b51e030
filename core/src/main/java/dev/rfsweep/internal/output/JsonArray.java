package dev.rfsweep.internal.output;

import java.util.List;

/** One JSON array, an object a row as in {@link JsonLines}, each on a line of its own. */
public final class JsonArray {

    private JsonArray() {}

    public static TextRows rows(List<OutputColumn> fields) {
        return JsonLines.rows(fields, ",\n{", "}").enclosed("[", 1, "\n]\n");
    }
}
