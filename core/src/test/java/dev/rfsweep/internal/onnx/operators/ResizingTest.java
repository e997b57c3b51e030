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

/** Resizing in the versions of its specification; the answers are worked out by hand. */
class ResizingTest {

    static Stream<Arguments> resizing() {
        Map<String, String> linear = Map.of("mode", "linear");
        return Stream.of(
                Arguments.of(
                        "Upsample, scales an attribute",
                        OperatorFiles.one(7, "Upsample", Map.of("scales", new float[] {1, 1, 2, 2})),
                        "[1, 4, 32, 32] rf 1 stride 1/2 start 0"),
                Arguments.of(
                        "Upsample, scales an input",
                        scaled(9, "Upsample", linear, 1, 1, 2, 2),
                        "[1, 4, 32, 32] rf 1..2 stride 1/2 start 0"),
                Arguments.of(
                        "Resize 10",
                        scaled(10, "Resize", Map.of(), 1, 1, .5f, .5f),
                        "[1, 4, 8, 8] rf 1 stride 2 start 0"),
                Arguments.of("half_pixel", resize(linear, 2), "[1, 4, 32, 32] rf 2 stride 1/2 start -1"),
                Arguments.of("half_pixel hits pixels", resize(linear, 3), "[1, 4, 48, 48] rf 1..2 stride 1/3 start -1"),
                Arguments.of("cubic", resize(Map.of("mode", "cubic"), 2), "[1, 4, 32, 32] rf 4 stride 1/2 start -2"),
                Arguments.of(
                        "symmetric",
                        resize(with(linear, "half_pixel_symmetric"), 2),
                        "[1, 4, 32, 32] rf 2 stride 1/2 start -1"),
                Arguments.of(
                        "pytorch_half_pixel",
                        resize(with(linear, "pytorch_half_pixel"), 2),
                        "[1, 4, 32, 32] rf 2 stride 1/2 start -1"),
                Arguments.of(
                        "asymmetric",
                        resize(with(linear, "asymmetric"), 2),
                        "[1, 4, 32, 32] rf 1..2 stride 1/2 start 0"),
                Arguments.of(
                        "align_corners",
                        sized(13, with(linear, "align_corners"), 1, 4, 31, 31),
                        "[1, 4, 31, 31] rf 1..2 stride 1/2 start 0"),
                Arguments.of(
                        "tf_half_pixel_for_nn",
                        resize(
                                Map.of(
                                        "coordinate_transformation_mode",
                                        "tf_half_pixel_for_nn",
                                        "nearest_mode",
                                        "floor"),
                                .5f),
                        "[1, 4, 8, 8] rf 1 stride 2 start 1"),
                Arguments.of("round_prefer_floor", resize(Map.of(), .5f), "[1, 4, 8, 8] rf 1 stride 2 start 0"),
                Arguments.of(
                        "round_prefer_ceil",
                        resize(Map.of("nearest_mode", "round_prefer_ceil"), .5f),
                        "[1, 4, 8, 8] rf 1 stride 2 start 1"),
                Arguments.of("a third", resize(Map.of(), 1 / 3f), "[1, 4, 5, 5] rf 1 stride 3 start 1"),
                Arguments.of(
                        "sizes",
                        sized(13, Map.of(), 1, 4, 32, 8),
                        "[1, 4, 32, 8] h rf 1 stride 1/2 start 0, w rf 1 stride 2 start 0"),
                Arguments.of(
                        "axes",
                        new OnnxFile(18)
                                .input("x", OperatorFiles.x())
                                .reals("scales", 2)
                                .node("Resize", "x - scales", "y", Map.of("axes", List.of(-1))),
                        "[1, 4, 16, 32] h rf 1 stride 1 start 0, w rf 1 stride 1/2 start 0"));
    }

    private static Map<String, String> with(Map<String, String> linear, String coordinates) {
        return Map.of("mode", linear.get("mode"), "coordinate_transformation_mode", coordinates);
    }

    private static OnnxFile scaled(int opset, String type, Map<String, ?> attributes, float... scales) {
        return new OnnxFile(opset)
                .input("x", OperatorFiles.x())
                .reals("scales", scales)
                .node(type, "x scales", "y", attributes);
    }

    private static OnnxFile resize(Map<String, ?> attributes, float scale) {
        return new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .reals("scales", 1, 1, scale, scale)
                .node("Resize", "x - scales", "y", attributes);
    }

    private static OnnxFile sized(int opset, Map<String, ?> attributes, long... sizes) {
        return new OnnxFile(opset)
                .input("x", OperatorFiles.x())
                .integers("sizes", sizes)
                .node("Resize", "x - - sizes", "y", attributes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resizing")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }
}
