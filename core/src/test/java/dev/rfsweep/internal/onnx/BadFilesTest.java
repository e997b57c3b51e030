package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What users are told about files that cannot be read, and how they can go on. */
class BadFilesTest {

    private static OnnxFile map() {
        return new OnnxFile(13).input("x", 1, 4, 16, 16);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(
                        map().node("Wobble", "x", "y"),
                        "net.onnx: node 'y' (Wobble): found an operator that rfsweep does not know; to go on, assume"
                                + " identity or global for y (or Wobble for all of its kind)"),
                Arguments.of(
                        map().call("my.domain", "Conv", "x", "y", Map.of()),
                        "net.onnx: node 'y' (my.domain.Conv): found an operator that rfsweep does not know; to go on, assume"
                                + " identity or global for y (or my.domain.Conv for all of its kind)"),
                Arguments.of(
                        map().node("Add", "x z", "y").node("Relu", "y", "z"),
                        "net.onnx: node 'y' (Add): found input 'z', which only a later node, 'z', makes; expected nodes in"
                                + " order and no cycle"),
                Arguments.of(
                        map().node("Add", "x nowhere", "y"),
                        "net.onnx: node 'y' (Add): found input 'nowhere', which nothing makes, expected a tensor"),
                Arguments.of(
                        map().node("Relu", "x", "y").node("Relu", "x", "y"),
                        "net.onnx: node 'y' (Relu): found a second maker of 'y', expected one"),
                Arguments.of(map().node("Relu", "x", "y").output("z"), "net.onnx: found output 'z' that no node makes"),
                Arguments.of(
                        map().weights("w", 8, 4, 3, 3).node("Conv", "x w", "y", Map.of("strides", List.of(1, 1, 1))),
                        "net.onnx: node 'y' (Conv): found 3 strides, expected 2"),
                Arguments.of(
                        map().weights("w", 8, 4, 3, 3).node("Conv", "x w", "y", Map.of("strides", List.of(0, 1))),
                        "net.onnx: node 'y' (Conv): found a stride of 0, expected at least 1"),
                Arguments.of(
                        map().weights("w", 8, 4, 3, 3).node("Conv", "x w", "y", Map.of("auto_pad", "SAME")),
                        "net.onnx: node 'y' (Conv): found auto_pad 'SAME', expected NOTSET, VALID, SAME_UPPER or"
                                + " SAME_LOWER"),
                Arguments.of(
                        map().reals("s", 1, 1, 2, 2)
                                .node(
                                        "Resize",
                                        "x - s",
                                        "y",
                                        Map.of("coordinate_transformation_mode", "tf_crop_and_resize")),
                        "net.onnx: node 'y' (Resize): found coordinate_transformation_mode 'tf_crop_and_resize', which"
                                + " rfsweep does not know; expected half_pixel, half_pixel_symmetric, pytorch_half_pixel,"
                                + " align_corners, asymmetric or tf_half_pixel_for_nn"),
                Arguments.of(
                        map().integers("s", 1, 5, -1).node("Reshape", "x s", "y"),
                        "net.onnx: node 'y' (Reshape): found an input of [1, 4, 16, 16], which does not reshape to"
                                + " [1, 5, -1]"),
                Arguments.of(
                        new OnnxFile(13)
                                .input("x", -1, 4, -2, -3)
                                .weights("w", 8, 4, 3, 3)
                                .node("Conv", "x w", "y", Map.of("auto_pad", "SAME_UPPER")),
                        "net.onnx: the padding of node 'y' (Conv) depends on the size of its input, which is unknown: give"
                                + " the size of the network's input"),
                Arguments.of(
                        new OnnxFile(13).input("x", 1, 4),
                        "net.onnx: found inputs 'x' [1, 4], expected one of 3 to 5 dimensions: batch, channels and up to"
                                + " three spatial axes"),
                Arguments.of(new OnnxFile(6).input("x", 1, 4, 16, 16), "net.onnx: found opset 6, expected 7 or newer"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theMessageSaysWhatWasFoundAndExpected(OnnxFile file, String message) {
        assertThatThrownBy(file::network).isInstanceOf(OnnxException.class).hasMessage(message);
    }

    static Stream<Arguments> noModels() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], "found no graph, expected an ONNX model"),
                Arguments.of("text", "hello, world".getBytes(StandardCharsets.UTF_8), "byte "),
                Arguments.of("a length behind the end", new byte[] {0x3A, 0x7F, 0x0A}, "expected an ONNX "),
                Arguments.of("a negative length", new byte[] {0x3A, -1, -1, -1, -1, 0x0F}, "expected an ONNX "),
                Arguments.of("graphs in graphs without end", nested(200), "nested deeper than"));
    }

    /** Attributes of nodes that hold graphs of nodes with attributes. */
    private static byte[] nested(int depth) {
        byte[] graph = new byte[0];
        for (int level = 0; level < depth; level++) {
            byte[] inner = graph;
            byte[] attribute = OnnxFile.message(out -> out.writeByteArray(6, inner));
            byte[] node = OnnxFile.message(out -> out.writeByteArray(5, attribute));
            graph = OnnxFile.message(out -> out.writeByteArray(1, node));
        }
        byte[] all = graph;
        return OnnxFile.message(out -> out.writeByteArray(7, all));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noModels")
    void bytesThatAreNoModelAreRefused(String name, byte[] bytes, String part) {
        assertThatThrownBy(() -> OnnxNetwork.read("net.onnx", bytes, ImportOptions.NONE))
                .as(name)
                .isInstanceOf(OnnxException.class)
                .hasMessageStartingWith("net.onnx: ")
                .hasMessageContaining(part);
    }

    /** Five bytes a node in the file are hundreds in memory. */
    @Test
    void manyTinyNodesDoNotFillTheMemory() {
        ByteArrayOutputStream nodes = new ByteArrayOutputStream();
        for (int node = 0; node < 1_000_000; node++) {
            nodes.writeBytes(new byte[] {0x0A, 0x00});
        }
        byte[] file = OnnxFile.message(out -> out.writeByteArray(7, nodes.toByteArray()));
        assertThatThrownBy(() -> OnnxNetwork.read("net.onnx", file, ImportOptions.NONE))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining("than fit 96 MB");
    }

    @Test
    void anAssumptionGoesOn() {
        OnnxFile file = map().node("Wobble", "x", "y");
        ImportOptions identity = ImportOptions.NONE.withAssumptions(Map.of("Wobble", Assumption.IDENTITY));
        assertThat(OperatorFiles.summary(file.network(identity), Gates.IGNORE))
                .isEqualTo("[1, 4, 16, 16] rf 1 stride 1 start 0");
        ImportOptions global = ImportOptions.NONE.withAssumptions(Map.of("y", Assumption.GLOBAL));
        assertThat(OperatorFiles.summary(file.network(global), Gates.IGNORE)).isEqualTo("[1, 4, 16, 16] global");
        ImportOptions mistyped = ImportOptions.NONE.withAssumptions(Map.of("Wooble", Assumption.GLOBAL));
        assertThatThrownBy(() -> map().node("Relu", "x", "y").network(mistyped))
                .isInstanceOf(OnnxException.class)
                .hasMessage(
                        "net.onnx: found an assumption about 'Wooble', expected the name of a node or of an operator");
    }

    @Test
    void statisticsAreFollowedWhenGatesAre() {
        OnnxNetwork network = map().node("InstanceNormalization", "x", "y").network();
        assertThat(OperatorFiles.summary(network, Gates.FOLLOW)).isEqualTo("[1, 4, 16, 16] global");
    }

    @Test
    void openSizesStayOpenUntilTheyAreGiven() {
        OnnxFile file = new OnnxFile(13)
                .input("x", -1, 4, -2, -3)
                .weights("w", 8, 4, 3, 3)
                .node("Conv", "x w", "y", Map.of("strides", List.of(2, 2)));
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).isEqualTo("[1, 8, ?, ?] rf 3 stride 2 start 0");
        assertThat(OperatorFiles.summary(file.network(ImportOptions.NONE.withSize(List.of(9L, 11L))), Gates.IGNORE))
                .isEqualTo("[1, 8, 4, 5] rf 3 stride 2 start 0");
    }

    @Test
    void otherInputsCountAsConstantsAndAreTold() {
        OnnxNetwork network =
                map().input("mask", 1, 1, 16, 16).node("Mul", "x mask", "y").network();
        assertThat(network.notes())
                .containsExactly("fields are measured in input 'x'; other inputs count as constants: mask");
    }
}
