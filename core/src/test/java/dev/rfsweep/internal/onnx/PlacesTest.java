package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.fields.Gates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators that find positions by coordinates or indices, or move blocks of them; the answers are worked out by hand. */
class PlacesTest {

    /** A grid of 4 by 4 places; {@code across} are the coordinates along w, the same in every row, {@code down} along h. */
    private static OnnxFile sampled(Map<String, ?> attributes, float[] across, float... down) {
        float[] grid = new float[32];
        for (int at = 0; at < 16; at++) {
            grid[2 * at] = across[at % 4];
            grid[2 * at + 1] = down[at / 4];
        }
        return new OnnxFile(20)
                .input("x", OperatorFiles.x())
                .reals("list", grid)
                .integers("dims", 1, 4, 4, 2)
                .node("Reshape", "list dims", "grid")
                .node("GridSample", "x grid", "y", attributes);
    }

    private static final float[] CENTRES = {-0.75f, -0.25f, 0.25f, 0.75f};
    private static final float[] CORNERS = {-1, -1 / 3f, 1 / 3f, 1};
    private static final float[] BACKWARDS = {1, 0.6f, 0.2f, -0.2f};
    private static final float[] ANYWHERE = {-1, 0.9f, 0.1f, 0.3f};

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(
                        "GridSample by a constant grid",
                        sampled(Map.of(), CENTRES, CENTRES),
                        "[1, 4, 4, 4] rf 2 stride 4 start 1"),
                Arguments.of(
                        "GridSample, cubic",
                        sampled(Map.of("mode", "cubic"), CENTRES, CENTRES),
                        "[1, 4, 4, 4] rf 4 stride 4 start 0"),
                Arguments.of(
                        "GridSample from corner to corner hits pixels",
                        sampled(Map.of("align_corners", 1), CORNERS, CORNERS),
                        "[1, 4, 4, 4] rf 1 stride 5 start 0"),
                Arguments.of(
                        "GridSample backwards along w",
                        sampled(Map.of("align_corners", 1), BACKWARDS, CORNERS),
                        "[1, 4, 4, 4] h rf 1 stride 5 start 0, w rf 1 stride -3 start 15"),
                Arguments.of(
                        "GridSample of the nearest of two",
                        sampled(Map.of("mode", "nearest"), CENTRES, CENTRES),
                        "[1, 4, 4, 4] global"),
                Arguments.of(
                        "GridSample anywhere along h",
                        sampled(Map.of(), CENTRES, ANYWHERE),
                        "[1, 4, 4, 4] h global, w rf 2 stride 4 start 1"),
                Arguments.of(
                        "GridSample by a grid from the input",
                        new OnnxFile(16)
                                .input("x", 1, 2, 16, 16)
                                .node("Transpose", "x", "g", Map.of("perm", List.of(0, 2, 3, 1)))
                                .node("GridSample", "x g", "y"),
                        "[1, 2, 16, 16] global"),
                Arguments.of(
                        "GridSample of weights",
                        new OnnxFile(16)
                                .input("x", 1, 2, 16, 16)
                                .weights("image", 1, 3, 9, 9)
                                .node("Transpose", "x", "g", Map.of("perm", List.of(0, 2, 3, 1)))
                                .node("GridSample", "image g", "y"),
                        "[1, 3, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "GatherElements by a series",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .integers("list", 3, 5)
                                .integers("dims", 1, 4, 16, 2)
                                .node("Expand", "list dims", "indices")
                                .node("GatherElements", "x indices", "y", Map.of("axis", 3)),
                        "[1, 4, 16, 2] h rf 1 stride 1 start 0, w rf 1 stride 2 start 3"),
                Arguments.of(
                        "GatherElements of channels by weights",
                        OperatorFiles.weighted(13, "GatherElements", Map.of("axis", 1), 1, 2, 16, 16),
                        "[1, 2, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "GatherElements by indices from the input",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .node("ArgMax", "x", "indices", Map.of("axis", 3))
                                .node("GatherElements", "x indices", "y", Map.of("axis", 3)),
                        "[1, 4, 16, 1] h rf 1 stride 1 start 0, w global"),
                Arguments.of(
                        "Col2Im",
                        new OnnxFile(18)
                                .input("x", 1, 36, 8, 8)
                                .integers("columns", 1, 36, 64)
                                .integers("image", 10, 10)
                                .integers("block", 3, 3)
                                .node("Reshape", "x columns", "c")
                                .node("Col2Im", "c image block", "y"),
                        "[1, 4, 10, 10] rf 3 stride 1 start -2"),
                Arguments.of(
                        "Col2Im of blocks side by side, the border cut off",
                        new OnnxFile(18)
                                .input("x", 1, 16, 8, 8)
                                .integers("columns", 1, 16, 64)
                                .integers("image", 14, 14)
                                .integers("block", 2, 2)
                                .node("Reshape", "x columns", "c")
                                .node(
                                        "Col2Im",
                                        "c image block",
                                        "y",
                                        Map.of("strides", List.of(2, 2), "pads", List.of(1, 1, 1, 1))),
                        "[1, 4, 14, 14] rf 1 stride 1/2 start 0"),
                Arguments.of(
                        "CenterCropPad",
                        new OnnxFile(18)
                                .input("x", OperatorFiles.x())
                                .integers("size", 13, 21)
                                .node("CenterCropPad", "x size", "y", Map.of("axes", List.of(2, 3))),
                        "[1, 4, 13, 21] h rf 1 stride 1 start 1, w rf 1 stride 1 start -2"),
                Arguments.of(
                        "ImageScaler",
                        OperatorFiles.one(7, "ImageScaler", Map.of("scale", 0.5f)),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Quant of Brevitas",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .weights("scale", 1)
                                .call("onnx.brevitas", "Quant", "x scale scale scale", "y", Map.of()),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "DynamicQuantizeLinear, statistics left out",
                        new OnnxFile(13).input("x", OperatorFiles.x()).node("DynamicQuantizeLinear", "x", "y s z"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }
}
