package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.JsonLines;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.internal.output.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * One variant, ready to be printed.
 *
 * @param metrics values by label; empty when the variant is invalid
 */
record VariantReport(BigInteger id, String arch, Map<String, String> metrics, VariantLayers layers) {

    String overview(Screen screen) {
        Bytes text = new Bytes(1024);
        Summary summary = new Summary().add("id", id.toString()).add("arch", arch);
        metrics.forEach((label, value) -> summary.add(label, number(value, screen)));
        if (metrics.isEmpty()) {
            summary.add("invalid", "the output of some layer would be smaller than 1");
        }
        summary.print(screen, text);
        text.append("\n");
        table(screen, text);
        if (!layers.end().isEmpty()) {
            text.append("\nNo more layers are shown: " + layers.end() + "\n");
        }
        return text.toString();
    }

    /** An erf has a point and stays as it is. */
    private static String number(String metric, Screen screen) {
        return metric.indexOf('.') < 0 ? screen.number(new BigInteger(metric)) : metric;
    }

    /** On a narrow screen labels are as short as the keys of the notation. */
    private void table(Screen screen, Bytes text) {
        List<String[]> cells = layers.rows().stream().map(LayerRow::cells).toList();
        List<String> labels = Table.fits(LayerRow.LABELS, cells, screen) ? LayerRow.LABELS : LayerRow.SHORT_LABELS;
        Table table = Table.whole(labels, LayerRow.LEFT).on(screen).keepingTails(0);
        cells.forEach(row -> table.add(row, text));
        table.finish(text);
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            if (JsonLines.isNumber(id)) {
                json.writeNumberField("id", id);
            } else {
                json.writeStringField("id", id.toString());
            }
            json.writeStringField("arch", arch);
            json.writeBooleanField("valid", !metrics.isEmpty());
            json.writeObjectFieldStart("metrics");
            for (Map.Entry<String, String> metric : metrics.entrySet()) {
                json.writeFieldName(metric.getKey());
                json.writeNumber(metric.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("layers");
            for (LayerRow row : layers.rows()) {
                layer(row, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void layer(LayerRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", row.name());
        json.writeStringField("op", row.op());
        numbers("kernel", row.kernel(), json);
        numbers("stride", row.stride(), json);
        numbers("dilation", row.dilation(), json);
        numbers("out", row.out(), json);
        if (row.channels() > 0) {
            json.writeNumberField("channels", row.channels());
        }
        numbers("rf", row.rf(), json);
        numbers("effective_stride", row.jump(), json);
        json.writeEndObject();
    }

    private static void numbers(String name, List<Long> numbers, JsonGenerator json) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
