package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chains that brute force was run on, written in the notation: {@code analyze} must print what it found. */
class AnalyzeCasesTest {

    private static final Path CASES = Path.of("..", "core", "src", "test", "resources", "cases");

    private static final Map<String, String> BLOCKS = Map.of("conv", "cn", "maxpool", "mp", "avgpool", "ap");

    /** Ours by theirs. */
    private static final Map<String, String> KEYS = Map.of(
            "out", "out", "rf", "rf", "rf_min", "rf", "stride", "stride", "start", "start0", "coverage", "count");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A case with its text. */
    record Chain(JsonNode json, String text) {
        @Override
        public String toString() {
            return json.get("id").asText();
        }
    }

    /** Padding that differs between the sides cannot be written. */
    static Stream<Chain> chains() throws IOException {
        List<Chain> chains = new ArrayList<>();
        for (String line : Files.readAllLines(CASES.resolve("chains.jsonl"))) {
            JsonNode json = JSON.readTree(line);
            boolean sayable = StreamSupport.stream(json.get("nodes").spliterator(), false)
                    .allMatch(node ->
                            node.has("auto_pad") || node.get("pad_begin").equals(node.get("pad_end")));
            if (sayable) {
                chains.add(new Chain(json, text(json)));
            }
        }
        assertThat(chains).hasSize(81);
        return chains.stream();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void layersAreThoseOfBruteForce(Chain chain) throws IOException {
        JsonNode layers = JSON.readTree(
                        Cli.fed(chain.text, "analyze", "-", "-f", "json").out())
                .get("layers");
        assertThat(layers).hasSameSizeAs(chain.json.get("nodes"));
        for (int i = 0; i < layers.size(); i++) {
            JsonNode expected = chain.json
                    .get("expect")
                    .get(chain.json.at("/nodes/" + i + "/id").asText());
            for (Map.Entry<String, String> key : KEYS.entrySet()) {
                assertThat(layers.get(i).get(key.getKey()))
                        .as("layer %d, %s", i, key.getKey())
                        .isEqualTo(expected.get(key.getValue()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void unitsAreThoseOfBruteForce(Chain chain) throws IOException {
        List<String> args = new ArrayList<>(List.of("analyze", "-"));
        List<String> expected = new ArrayList<>();
        String last = chain.json.get("output").asText();
        for (JsonNode unit : chain.json.at("/expect/" + last + "/units")) {
            args.addAll(List.of("--unit", unit.get("u").toString().replaceAll("[\\[\\]]", "")));
            Map<String, JsonNode> line = new LinkedHashMap<>();
            line.put("unit", unit.get("u"));
            List.of("lo", "hi", "count").forEach(key -> line.put(key, unit.get(key)));
            expected.add(JSON.writeValueAsString(line));
        }
        Cli run = Cli.fed(chain.text, args.toArray(String[]::new));
        assertThat(run.out().lines()).containsExactlyElementsOf(expected);
    }

    private static String text(JsonNode chain) {
        StringBuilder text = new StringBuilder("{input: {size: " + chain.at("/input/size") + "}, stages: [");
        for (JsonNode node : chain.get("nodes")) {
            text.append(BLOCKS.get(node.get("op").asText()))
                    .append("_k")
                    .append(axes(node.get("kernel")))
                    .append("_s")
                    .append(axes(node.get("stride")))
                    .append(node.has("dilation") ? "_dil" + axes(node.get("dilation")) : "")
                    .append("_pad")
                    .append(
                            node.has("auto_pad")
                                    ? node.get("auto_pad").asText().toLowerCase(Locale.ROOT)
                                    : axes(node.get("pad_begin")))
                    .append(", ");
        }
        return text.append("]}").toString();
    }

    private static String axes(JsonNode numbers) {
        List<String> axes = new ArrayList<>();
        numbers.forEach(number -> axes.add(number.asText()));
        return String.join("x", axes);
    }
}
