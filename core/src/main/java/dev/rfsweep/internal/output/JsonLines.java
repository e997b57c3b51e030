package dev.rfsweep.internal.output;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One JSON object a line, keys in the order of the fields. Ids beyond 2^53 are strings, because readers that take every
 * number for a double would round them to the id of another variant.
 */
public final class JsonLines {

    /** Up to here doubles tell all whole numbers apart. */
    static final long GREATEST_NUMBER = 1L << 53;

    private JsonLines() {}

    /** Whether {@code id} stands in JSON as a number; otherwise it is a string. */
    public static boolean isNumber(BigInteger id) {
        return id.compareTo(BigInteger.valueOf(GREATEST_NUMBER)) <= 0;
    }

    public static TextRows rows(List<OutputColumn> fields) {
        return rows(fields, "{", "}\n");
    }

    /** Objects that begin with {@code begin} and end with {@code end}. */
    static TextRows rows(List<OutputColumn> fields, String begin, String end) {
        byte[][] before = new byte[fields.size()][];
        for (int i = 0; i < before.length; i++) {
            String key =
                    (i == 0 ? begin : ",") + Quoting.JSON.quote(fields.get(i).label()) + ":";
            before[i] = key.getBytes(StandardCharsets.UTF_8);
        }
        return new TextRows(fields, before, end.getBytes(StandardCharsets.UTF_8), Quoting.JSON, new byte[0]);
    }
}
