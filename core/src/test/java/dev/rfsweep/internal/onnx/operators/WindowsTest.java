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

/** Convolutions and pools in the versions of their specification; the answers are worked out by hand. */
class WindowsTest {

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of(
                        "Conv SAME_UPPER",
                        OperatorFiles.weighted(
                                7, "Conv", Map.of("auto_pad", "SAME_UPPER", "strides", List.of(2, 2)), 8, 4, 3, 3),
                        "[1, 8, 8, 8] rf 3 stride 2 start 0"),
                Arguments.of(
                        "Conv SAME_LOWER",
                        OperatorFiles.weighted(
                                7, "Conv", Map.of("auto_pad", "SAME_LOWER", "strides", List.of(2, 2)), 8, 4, 3, 3),
                        "[1, 8, 8, 8] rf 3 stride 2 start -1"),
                Arguments.of(
                        "Conv VALID ignores pads, dilated",
                        OperatorFiles.weighted(
                                11,
                                "Conv",
                                Map.of("auto_pad", "VALID", "pads", List.of(9, 9, 9, 9), "dilations", List.of(2, 2)),
                                8,
                                4,
                                5,
                                5),
                        "[1, 8, 8, 8] rf 9 stride 1 start 0"),
                Arguments.of(
                        "Conv with pads low and high",
                        OperatorFiles.weighted(11, "Conv", Map.of("pads", List.of(0, 1, 2, 3)), 8, 4, 3, 3),
                        "[1, 8, 16, 18] h rf 3 stride 1 start 0, w rf 3 stride 1 start -1"),
                Arguments.of(
                        "ConvTranspose",
                        OperatorFiles.weighted(
                                11,
                                "ConvTranspose",
                                Map.of("strides", List.of(2, 2), "pads", List.of(1, 1, 1, 1), "group", 2),
                                4,
                                4,
                                4,
                                4),
                        "[1, 8, 32, 32] rf 2 stride 1/2 start -1"),
                Arguments.of(
                        "ConvTranspose output_padding",
                        OperatorFiles.weighted(
                                11,
                                "ConvTranspose",
                                Map.of(
                                        "strides",
                                        List.of(2, 2),
                                        "pads",
                                        List.of(1, 1, 1, 1),
                                        "output_padding",
                                        List.of(1, 1)),
                                4,
                                8,
                                3,
                                3),
                        "[1, 8, 32, 32] rf 1..2 stride 1/2 start 0"),
                Arguments.of(
                        "ConvTranspose output_shape",
                        OperatorFiles.weighted(
                                11,
                                "ConvTranspose",
                                Map.of("strides", List.of(2, 2), "output_shape", List.of(31, 31)),
                                4,
                                8,
                                3,
                                3),
                        "[1, 8, 31, 31] rf 1..2 stride 1/2 start 0"),
                Arguments.of(
                        "ConvTranspose SAME_UPPER crops the odd pixel at the end",
                        OperatorFiles.weighted(
                                11,
                                "ConvTranspose",
                                Map.of("strides", List.of(2, 2), "auto_pad", "SAME_UPPER"),
                                4,
                                8,
                                3,
                                3),
                        "[1, 8, 32, 32] rf 1..2 stride 1/2 start -1"),
                Arguments.of(
                        "MaxPool with ceil_mode, before the specification said that run times drop the last window",
                        OnnxFile.of(
                                13,
                                new long[] {1, 4, 5, 5},
                                "MaxPool",
                                Map.of(
                                        "kernel_shape",
                                        List.of(2, 2),
                                        "strides",
                                        List.of(2, 2),
                                        "pads",
                                        List.of(1, 1, 1, 1),
                                        "ceil_mode",
                                        1)),
                        "[1, 4, 3, 3] rf 2 stride 2 start -1"),
                Arguments.of(
                        "MaxPool with ceil_mode, since it says so",
                        OnnxFile.of(
                                22,
                                new long[] {1, 4, 5, 5},
                                "MaxPool",
                                Map.of(
                                        "kernel_shape",
                                        List.of(2, 2),
                                        "strides",
                                        List.of(2, 2),
                                        "pads",
                                        List.of(1, 1, 1, 1),
                                        "ceil_mode",
                                        1)),
                        "[1, 4, 3, 3] rf 2 stride 2 start -1"),
                Arguments.of(
                        "LpPool, 1-D",
                        OnnxFile.of(18, new long[] {1, 4, 10}, "LpPool", Map.of("kernel_shape", List.of(3))),
                        "[1, 4, 8] rf 3 stride 1 start 0"),
                Arguments.of("GlobalMaxPool", OperatorFiles.one(13, "GlobalMaxPool", Map.of()), "[1, 4, 1, 1] global"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("windows")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }
}
