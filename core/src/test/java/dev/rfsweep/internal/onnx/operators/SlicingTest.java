package dev.rfsweep.internal.onnx.operators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.onnx.OnnxFile;
import dev.rfsweep.internal.onnx.OperatorFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that move or cut positions, in the versions of their specification; the answers are worked out by hand. */
class SlicingTest {

    static Stream<Arguments> cutting() {
        return Stream.of(
                Arguments.of(
                        "Pad, pads an attribute",
                        OperatorFiles.one(7, "Pad", Map.of("pads", List.of(0, 0, 1, 2, 0, 0, 3, 4))),
                        "[1, 4, 20, 22] h rf 1 stride 1 start -1, w rf 1 stride 1 start -2"),
                Arguments.of(
                        "Pad, pads an input, some negative",
                        OperatorFiles.listed(13, "Pad", Map.of(), 0, 0, -1, 0, 0, 0, 0, 2),
                        "[1, 4, 15, 18] h rf 1 stride 1 start 1, w rf 1 stride 1 start 0"),
                Arguments.of(
                        "Pad with axes",
                        new OnnxFile(18)
                                .input("x", OperatorFiles.x())
                                .integers("pads", 2, 2)
                                .integers("axes", 3)
                                .node("Pad", "x pads - axes", "y", Map.of("mode", "reflect")),
                        "[1, 4, 16, 20] h rf 1 stride 1 start 0, w rf 1 stride 1 start -2"),
                Arguments.of(
                        "Slice by attributes",
                        OperatorFiles.one(
                                9, "Slice", Map.of("starts", List.of(2), "ends", List.of(-1), "axes", List.of(3))),
                        "[1, 4, 16, 13] h rf 1 stride 1 start 0, w rf 1 stride 1 start 2"),
                Arguments.of(
                        "Slice with a step",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .integers("from", 1, 1)
                                .integers("to", Long.MAX_VALUE, 9)
                                .integers("axes", 2, 3)
                                .integers("steps", 2, 3)
                                .node("Slice", "x from to axes steps", "y"),
                        "[1, 4, 8, 3] h rf 1 stride 2 start 1, w rf 1 stride 3 start 1"),
                Arguments.of(
                        "Slice backwards",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .integers("from", -1)
                                .integers("to", Long.MIN_VALUE)
                                .integers("axes", 3)
                                .integers("steps", -2)
                                .node("Slice", "x from to axes steps", "y"),
                        "[1, 4, 16, 8] h rf 1 stride 1 start 0, w rf 1 stride -2 start 15"),
                Arguments.of(
                        "Slice backwards from before the first: it starts at the first",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .integers("from", -20)
                                .integers("to", -30)
                                .integers("axes", 3)
                                .integers("steps", -1)
                                .node("Slice", "x from to axes steps", "y"),
                        "[1, 4, 16, 1] h rf 1 stride 1 start 0, w rf 1 stride -1 start 0"),
                Arguments.of(
                        "Split by attribute",
                        new OnnxFile(11)
                                .input("x", OperatorFiles.x())
                                .node("Split", "x", "a y", Map.of("axis", 3, "split", List.of(6, 10))),
                        "[1, 4, 16, 10] h rf 1 stride 1 start 0, w rf 1 stride 1 start 6"),
                Arguments.of(
                        "Split by input",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .integers("parts", 1, 3)
                                .node("Split", "x parts", "a y", Map.of("axis", 1)),
                        "[1, 3, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Split by number",
                        new OnnxFile(18)
                                .input("x", OperatorFiles.x())
                                .node("Split", "x", "a b y", Map.of("axis", -1, "num_outputs", 3)),
                        "[1, 4, 16, 4] h rf 1 stride 1 start 0, w rf 1 stride 1 start 12"),
                Arguments.of(
                        "Gather a regular series",
                        OperatorFiles.listed(13, "Gather", Map.of("axis", 2), 1, 5, 9, 13),
                        "[1, 4, 4, 16] h rf 1 stride 4 start 1, w rf 1 stride 1 start 0"),
                Arguments.of(
                        "Gather channels",
                        OperatorFiles.listed(13, "Gather", Map.of("axis", 1), 3, 0, 2),
                        "[1, 3, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Expand",
                        OperatorFiles.listed(13, "Expand", Map.of(), 3, 1, 1, 1),
                        "[3, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Tile channels",
                        OperatorFiles.listed(13, "Tile", Map.of(), 1, 2, 1, 1),
                        "[1, 8, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "DepthToSpace",
                        OperatorFiles.one(13, "DepthToSpace", Map.of("blocksize", 2)),
                        "[1, 1, 32, 32] rf 1 stride 1/2 start 0"),
                Arguments.of(
                        "SpaceToDepth",
                        OperatorFiles.one(13, "SpaceToDepth", Map.of("blocksize", 2)),
                        "[1, 16, 8, 8] rf 2 stride 2 start 0"),
                Arguments.of(
                        "Squeeze and Unsqueeze by attribute", squeezed(11), "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of("Squeeze and Unsqueeze by input", squeezed(13), "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of("Flatten", OperatorFiles.one(13, "Flatten", Map.of()), "[1, 1024] global"));
    }

    private static OnnxFile squeezed(int opset) {
        OnnxFile file = new OnnxFile(opset).input("x", OperatorFiles.x());
        return opset < 13
                ? file.node("Squeeze", "x", "s", Map.of("axes", List.of(0)))
                        .node("Unsqueeze", "s", "y", Map.of("axes", List.of(0)))
                : file.integers("axes", 0).node("Squeeze", "x axes", "s").node("Unsqueeze", "s axes", "y");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cutting")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }
}
