package dev.rfsweep.internal.onnx.operators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.onnx.OnnxFile;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.internal.onnx.OperatorFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent layers, attention and running sums: everything, or everything up to here. */
class SequencesTest {

    /**
     * A sequence of 16 steps, in the order that {@code perm} makes of batch, channels and steps. The input itself is not
     * turned, which would say that its channels are last.
     */
    private static OnnxFile steps(Integer... perm) {
        return new OnnxFile(23)
                .input("x", 1, 4, 16)
                .weights("w", 1, 32, 4)
                .weights("r", 1, 32, 8)
                .weights("w2", 2, 32, 4)
                .weights("r2", 2, 32, 8)
                .node("Relu", "x", "a")
                .node("Transpose", "a", "t", Map.of("perm", List.of(perm)));
    }

    private static OnnxFile recurrent(String type, Map<String, ?> attributes) {
        boolean both = "bidirectional".equals(attributes.get("direction"));
        return steps(2, 0, 1).node(type, both ? "t w2 r2" : "t w r", "y", attributes);
    }

    private static OnnxFile attention(Map<String, ?> attributes) {
        return steps(0, 2, 1).node("Attention", "t t t", "y", attributes);
    }

    static Stream<Arguments> sequences() {
        return Stream.of(
                Arguments.of(
                        "LSTM, up to here",
                        recurrent("LSTM", Map.of("hidden_size", 8)),
                        "[16, 1, 1, 8] rf 16 stride 1 start -15"),
                Arguments.of(
                        "GRU backwards, from here on",
                        recurrent("GRU", Map.of("direction", "reverse")),
                        "[16, 1, 1, 8] rf 16 stride 1 start 0"),
                Arguments.of(
                        "RNN both ways",
                        recurrent("RNN", Map.of("direction", "bidirectional")),
                        "[16, 2, 1, 8] global"),
                Arguments.of(
                        "LSTM, batch first",
                        steps(0, 2, 1).node("LSTM", "t w r", "y", Map.of("layout", 1)),
                        "[1, 16, 1, 8] rf 16 stride 1 start -15"),
                Arguments.of(
                        "the last state of an LSTM", steps(2, 0, 1).node("LSTM", "t w r", "s y"), "[1, 1, 8] global"),
                Arguments.of(
                        "rows of a map, each a sequence of its own",
                        new OnnxFile(14)
                                .input("x", 1, 4, 16, 16)
                                .weights("w", 1, 32, 4)
                                .weights("r", 1, 32, 8)
                                .integers("rows", 16, 16, 4)
                                .node("Transpose", "x", "t", Map.of("perm", List.of(3, 0, 2, 1)))
                                .node("Reshape", "t rows", "s")
                                .node("GRU", "s w r", "y"),
                        "[16, 1, 16, 8] h rf 1 stride 1 start 0, w rf 16 stride 1 start -15"),
                Arguments.of("Attention", attention(Map.of("q_num_heads", 2, "kv_num_heads", 2)), "[1, 16, 4] global"),
                Arguments.of(
                        "causal Attention",
                        attention(Map.of("q_num_heads", 2, "kv_num_heads", 2, "is_causal", 1)),
                        "[1, 16, 4] rf 16 stride 1 start -15"),
                Arguments.of(
                        "Attention of shared heads",
                        steps(0, 2, 1)
                                .weights("q", 1, 16, 8)
                                .node("Attention", "q t t", "y", Map.of("q_num_heads", 4, "kv_num_heads", 2)),
                        "[1, 16, 8] global"),
                Arguments.of(
                        "Attention with heads apart",
                        steps(0, 2, 1)
                                .integers("heads", 1, 1, 16, 4)
                                .node("Reshape", "t heads", "h")
                                .node("Attention", "h h h", "y", Map.of("is_causal", 1)),
                        "[1, 1, 16, 4] rf 16 stride 1 start -15"),
                Arguments.of(
                        "CumSum",
                        OperatorFiles.listed(14, "CumSum", Map.of(), 3),
                        "[1, 4, 16, 16] h rf 1 stride 1 start 0, w rf 16 stride 1 start -15"),
                Arguments.of(
                        "CumSum of what comes behind",
                        OperatorFiles.listed(14, "CumSum", Map.of("reverse", 1, "exclusive", 1), -2),
                        "[1, 4, 16, 16] h rf 16 stride 1 start 1, w rf 1 stride 1 start 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"forward, 5, 0, 5", "reverse, 5, 5, 15", "forward, 0, 0, 0", "bidirectional, 5, 0, 15"})
    void oneStepSeesExactly(String direction, long step, long first, long last) {
        OnnxNetwork network = recurrent("LSTM", Map.of("direction", direction)).network();
        Analysis analysis = Analysis.of(network.graph(), Gates.FOLLOW);
        Region seen = analysis.region(network.graph().find("y").orElseThrow(), step);
        assertThat(List.of(seen.lo(0), seen.hi(0), seen.count(0))).containsExactly(first, last, last - first + 1);
    }

    @ParameterizedTest
    @CsvSource({"LSTM", "GRU"})
    void anOpenLengthCountsAsAllOfIt(String type) {
        OnnxNetwork network = new OnnxFile(14)
                .input("x", 1, 4, -2)
                .weights("w", 1, 32, 4)
                .weights("r", 1, 32, 8)
                .node("Transpose", "x", "t", Map.of("perm", List.of(2, 0, 1)))
                .node(type, "t w r", "y")
                .network();
        assertThat(OperatorFiles.summary(network, Gates.IGNORE)).endsWith("global");
        assertThat(network.notes())
                .containsExactly("node 'y' (" + type
                        + "): the size of its sequence is open, so a unit counts as seeing all of it: give the size");
    }
}
