package dev.rfsweep.internal.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values after RFC 4180 with a header line, lines ended by a line feed alone. */
public final class Csv {

    private Csv() {}

    public static TextRows rows(List<OutputColumn> fields) {
        byte[][] before = new byte[fields.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = i == 0 ? new byte[0] : new byte[] {','};
        }
        String head = fields.stream()
                .map(OutputColumn::label)
                .map(Quoting.CSV::quote)
                .collect(Collectors.joining(",", "", "\n"));
        return new TextRows(fields, before, new byte[] {'\n'}, Quoting.CSV, head.getBytes(StandardCharsets.UTF_8));
    }
}
