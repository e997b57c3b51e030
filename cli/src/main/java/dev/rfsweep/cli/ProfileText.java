package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.internal.engine.Plan;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.Table;
import dev.rfsweep.internal.output.TypedTable;
import dev.rfsweep.internal.query.Bounds;
import dev.rfsweep.internal.query.Explanation;
import dev.rfsweep.internal.space.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * What a space holds, ready to be printed.
 *
 * @param variants ids asked for
 * @param valid those of them that are valid
 * @param plan what it takes to find the matches
 */
record ProfileText(Schema schema, BigInteger variants, BigInteger valid, Found found, Explanation plan) {

    /**
     * What is known of the matches.
     *
     * @param matching their number, or null where it takes too long to find out
     * @param bounds of each column of the schema: over the matches, or over all valid variants where those are unknown
     * @param unknown why the number is unknown, otherwise null
     */
    record Found(BigInteger matching, Bounds bounds, String unknown) {

        static Found of(Bounds result) {
            return new Found(result.count(), result, null);
        }

        static Found unknown(Plan all, String why) {
            return new Found(null, new Bounds(BigInteger.ZERO, all.least(), all.most()), why);
        }

        boolean isEmpty() {
            return matching != null && matching.signum() == 0;
        }
    }

    String text(Screen screen) {
        Bytes text = new Bytes(1024);
        Summary summary = new Summary().add("variants", screen.number(variants)).add("valid", screen.number(valid));
        if (found.matching() != null) {
            summary.add("matching", screen.number(found.matching())).add("satisfiable", found.isEmpty() ? "no" : "yes");
        } else {
            summary.add("matching", "unknown: " + found.unknown());
        }
        PlanText.lines(plan, screen).forEach(line -> summary.add("plan", line));
        summary.print(screen, text);
        if (!found.isEmpty()) {
            text.append("\n");
            bounds(screen, text);
        }
        PlanText.layers(plan, screen, text);
        return text.toString();
    }

    private void bounds(Screen screen, Bytes text) {
        List<String> labels =
                found.matching() != null ? List.of("metric", "min", "max") : List.of("metric", "at least", "at most");
        Table table = new Table(labels, List.of(true, false, false)).on(screen);
        for (List<Object> row : TypedTable.bounds(schema, found.bounds()).rows()) {
            table.add(
                    new String[] {TypedTable.text(row.get(0)), shown(row.get(1), screen), shown(row.get(2), screen)},
                    text);
        }
        table.finish(text);
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("variants", variants);
            json.writeNumberField("valid", valid);
            if (found.matching() != null) {
                json.writeNumberField("matching", found.matching());
                json.writeBooleanField("satisfiable", !found.isEmpty());
            } else {
                json.writeNullField("matching");
                json.writeNullField("satisfiable");
                json.writeStringField("unknown", found.unknown());
            }
            metrics(json);
            PlanText.write(plan, json);
            json.writeEndObject();
        }
        return text + "\n";
    }

    private void metrics(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(found.matching() != null ? "metrics" : "bounds");
        for (List<Object> row : TypedTable.bounds(schema, found.bounds()).rows()) {
            json.writeObjectFieldStart(TypedTable.text(row.get(0)));
            json.writeFieldName("min");
            json.writeNumber(TypedTable.text(row.get(1)));
            json.writeFieldName("max");
            json.writeNumber(TypedTable.text(row.get(2)));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Whole numbers are grouped on a screen. */
    private static String shown(Object number, Screen screen) {
        BigDecimal value = (BigDecimal) number;
        return value.scale() > 0 ? value.toPlainString() : screen.number(value.toBigIntegerExact());
    }
}
