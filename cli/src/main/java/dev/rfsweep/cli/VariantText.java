package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.output.Bytes;
import dev.rfsweep.output.Table;
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
record VariantText(BigInteger id, String arch, Map<String, String> metrics, VariantLayers layers) {

    String overview() {
        Bytes text = new Bytes(1024);
        Table summary = new Table(List.of("id", id.toString()), List.of(true, true));
        summary.add(new String[] {"arch", arch}, text);
        metrics.forEach((label, value) -> summary.add(new String[] {label, value}, text));
        if (metrics.isEmpty()) {
            summary.add(new String[] {"invalid", "the output of some layer would be smaller than 1"}, text);
        }
        summary.finish(text);
        text.append("\n");
        Table table = Table.whole(LayerRow.LABELS, LayerRow.LEFT);
        layers.rows().forEach(row -> table.add(row.cells(), text));
        table.finish(text);
        if (!layers.end().isEmpty()) {
            text.append("\nNo more layers are shown: " + layers.end() + "\n");
        }
        return text.toString();
    }

    String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("id", id);
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
