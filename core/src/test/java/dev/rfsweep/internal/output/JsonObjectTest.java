package dev.rfsweep.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.Metric;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void fieldsStandInTheirOrder() {
        assertThat(new JsonObject()
                        .put("text", "a \"b\" \\")
                        .put("none", null)
                        .put("yes", true)
                        .put("whole", new BigInteger("12345678901234567890"))
                        .put("decimal", new BigDecimal("2.5e3"))
                        .put("figure", new Figure(Metric.RF, 7))
                        .put("list", Arrays.asList(1, null, List.of(2)))
                        .put("empty", List.of())
                        .put("object", new JsonObject().put("a", 0.5)))
                .hasToString("{\"text\":\"a \\\"b\\\" \\\\\",\"none\":null,\"yes\":true,"
                        + "\"whole\":12345678901234567890,\"decimal\":2500,\"figure\":7,\"list\":[1,null,[2]],"
                        + "\"empty\":[],\"object\":{\"a\":0.5}}");
        assertThat(new JsonObject()).hasToString("{}");
    }

    @Test
    void listsThatSayNothingAreLeftOut() {
        JsonObject json = new JsonObject();
        json.putUnlessEmpty("nothing", List.of());
        json.putUnlessEmpty("one", List.of(1));
        assertThat(json).hasToString("{\"one\":[1]}");
    }

    /** Every character up to a few beyond ASCII, against a reader that is not ours. */
    @Test
    void everyCharacterIsReadBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < 0x250; character++) {
            all.append(character);
        }
        JsonNode read = new ObjectMapper()
                .readTree(new JsonObject().put(all.toString(), all.toString()).toString());
        assertThat(read.fieldNames().next()).isEqualTo(all.toString());
        assertThat(read.get(all.toString()).textValue()).isEqualTo(all.toString());
    }
}
