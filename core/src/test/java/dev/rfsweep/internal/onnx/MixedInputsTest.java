package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.analysis.fields.Gates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values where one usually finds weights, weights where one usually finds the map, and choices made while a network runs. */
class MixedInputsTest {

    private static OnnxFile map() {
        return new OnnxFile(17).input("x", OperatorFiles.x());
    }

    static Stream<Arguments> mixed() {
        return Stream.of(
                Arguments.of(
                        "Pow of a constant",
                        map().weights("w", 1).node("Pow", "w x", "y"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Where chooses by a constant",
                        map().integers("flags", 1).node("Where", "flags x x", "y"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "a constant cast like the map",
                        map().integers("three", 3)
                                .node("CastLike", "three x", "c")
                                .node("Add", "c x", "y"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "a constant clipped by the map",
                        map().weights("w", 1, 4, 16, 16)
                                .node("ReduceMin", "x", "least", Map.of("keepdims", 0))
                                .node("Clip", "w least", "y"),
                        "[1, 4, 16, 16] global"),
                Arguments.of(
                        "a map clipped by itself, a gate left out",
                        map().node("ReduceMin", "x", "least", Map.of("keepdims", 0))
                                .node("Clip", "x least", "y"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "a constant convolved with weights from the map",
                        map().weights("w", 1, 4, 20, 20).node("Conv", "w x", "y"),
                        "[1, 1, 5, 5] global"),
                Arguments.of(
                        "weights standardised by themselves",
                        map().weights("v", 8, 4, 3, 3)
                                .weights("one", 8)
                                .integers("flat", 1, 8, -1)
                                .integers("back", 8, 4, 3, 3)
                                .node("Reshape", "v flat", "f")
                                .node("BatchNormalization", "f one one one one", "n m s", Map.of("training_mode", 1))
                                .node("Reshape", "n back", "w")
                                .node("Conv", "x w", "y"),
                        "[1, 8, 14, 14] rf 3 stride 1 start 0"),
                Arguments.of("either branch of a choice", chosen(5, 2), "[1, 4, 16, 16] rf 5 stride 1 start -2"),
                Arguments.of("branches of different sizes", chosen(5, 1), "[1, 4, ?, ?] rf 5 stride 1 start -1"));
    }

    private static OnnxFile chosen(int kernel, int pad) {
        OnnxFile wide =
                new OnnxFile(17).node("MaxPool", "x", "p", pooling(kernel, pad)).output("p");
        OnnxFile narrow =
                new OnnxFile(17).node("MaxPool", "x", "q", pooling(3, 1)).output("q");
        return map().weights("zero")
                .node("ReduceMax", "x", "m", Map.of("keepdims", 0))
                .node("Greater", "m zero", "is")
                .node("If", "is", "y", Map.of("then_branch", wide.graph(), "else_branch", narrow.graph()));
    }

    private static Map<String, ?> pooling(int kernel, int pad) {
        return Map.of("kernel_shape", List.of(kernel, kernel), "pads", List.of(pad, pad, pad, pad));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mixed")
    void aNetwork(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }

    @Test
    void whatASelfMadeBoundSeesIsFollowedOnRequest() {
        OnnxFile file =
                map().node("ReduceMin", "x", "least", Map.of("keepdims", 0)).node("Clip", "x least", "y");
        assertThat(OperatorFiles.summary(file.network(), Gates.FOLLOW)).isEqualTo("[1, 4, 16, 16] global");
    }

    @Test
    void aChoiceIsNoted() {
        assertThat(chosen(5, 2).network().notes())
                .containsExactly(
                        "node 'y' (If): its condition is not known before the network runs: both branches count,"
                                + " the condition does not");
    }

    @Test
    void branchesOfDifferentRankAreRefused() {
        OnnxFile flat = new OnnxFile(17).node("Flatten", "x", "p").output("p");
        OnnxFile same = new OnnxFile(17).node("Relu", "x", "q").output("q");
        OnnxFile file = map().node("ReduceMax", "x", "is", Map.of("keepdims", 0))
                .node("If", "is", "y", Map.of("then_branch", flat.graph(), "else_branch", same.graph()));
        assertThatThrownBy(file::network)
                .hasMessageStartingWith(
                        "net.onnx: node 'y' (If): found branches that give 2 and 4 dimensions, expected as"
                                + " many while the condition is not known; to go on, assume identity or global for y");
    }

    private static OnnxFile detector() {
        return map().integers("boxes", 1, 256, 4)
                .integers("scores", 1, 4, 256)
                .integers("many", 10)
                .node("Relu", "x", "y")
                .node("Reshape", "y boxes", "b")
                .node("Reshape", "y scores", "s")
                .node("NonMaxSuppression", "b s many", "picked")
                .node("Cast", "picked", "cast", Map.of("to", 7))
                .node("Gather", "b cast", "best")
                .output("best")
                .output("y");
    }

    @Test
    void whatIsChosenByValuesIsLeftOutWithANote() {
        OnnxNetwork network = detector().network();
        assertThat(network.outputs()).containsExactly("y");
        assertThat(network.graph().find("best")).isEmpty();
        assertThat(network.notes())
                .containsExactly(
                        "node 'picked' (NonMaxSuppression) chooses by values, which is not followed; 2 operators"
                                + " behind it are left out");
    }

    @Test
    void anAssumptionTakesItsPlace() {
        OnnxNetwork network =
                detector().network(ImportOptions.NONE.withAssumptions(Map.of("picked", Assumption.GLOBAL)));
        assertThat(network.outputs()).containsExactly("best", "y");
        assertThat(network.notes()).isEmpty();
    }
}
