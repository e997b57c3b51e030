package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Metric;
import dev.rfsweep.output.Bytes;
import dev.rfsweep.output.Table;
import dev.rfsweep.query.Bounds;
import dev.rfsweep.space.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;

/**
 * What a space holds, ready to be printed.
 *
 * @param variants ids asked for
 * @param valid those of them that are valid
 * @param bounds of the matches, column by column of the schema
 */
record ProfileText(Schema schema, BigInteger variants, BigInteger valid, Bounds bounds) {

    boolean satisfiable() {
        return bounds.count().signum() > 0;
    }

    String text() {
        Bytes text = new Bytes(1024);
        Table summary = new Table(List.of("variants", variants.toString()), List.of(true, false));
        summary.add(new String[] {"valid", valid.toString()}, text);
        summary.add(new String[] {"matching", bounds.count().toString()}, text);
        summary.add(new String[] {"satisfiable", satisfiable() ? "yes" : "no"}, text);
        summary.finish(text);
        if (satisfiable()) {
            text.append("\n");
            Table table = new Table(List.of("metric", "min", "max"), List.of(true, false, false));
            for (int i = 0; i < schema.columns().size(); i++) {
                table.add(
                        new String[] {
                            label(i),
                            value(i, bounds.least().get(i)),
                            value(i, bounds.most().get(i))
                        },
                        text);
            }
            table.finish(text);
        }
        return text.toString();
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("variants", variants);
            json.writeNumberField("valid", valid);
            json.writeNumberField("matching", bounds.count());
            json.writeBooleanField("satisfiable", satisfiable());
            json.writeObjectFieldStart("metrics");
            for (int i = 0; satisfiable() && i < schema.columns().size(); i++) {
                json.writeObjectFieldStart(label(i));
                json.writeFieldName("min");
                json.writeNumber(value(i, bounds.least().get(i)));
                json.writeFieldName("max");
                json.writeNumber(value(i, bounds.most().get(i)));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private String label(int index) {
        return schema.columns().get(index).label(schema.rank());
    }

    private String value(int index, long value) {
        Column column = schema.columns().get(index);
        return column.metric() == Metric.ERF ? new Bytes(20).appendErf(value).toString() : String.valueOf(value);
    }
}
