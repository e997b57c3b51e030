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

/** All other operators, in the versions of their specification; the answers are worked out by hand. */
class OperatorsTest {

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(
                        "ReduceMean of channels",
                        OperatorFiles.one(13, "ReduceMean", Map.of("axes", List.of(1))),
                        "[1, 1, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "ReduceMean by input",
                        OperatorFiles.listed(18, "ReduceMean", Map.of("keepdims", 0), 2, 3),
                        "[1, 4] global"),
                Arguments.of(
                        "ReduceSum of nothing",
                        OperatorFiles.one(13, "ReduceSum", Map.of("noop_with_empty_axes", 1)),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of("ReduceMax of all", OperatorFiles.one(13, "ReduceMax", Map.of()), "[1, 1, 1, 1] global"),
                Arguments.of(
                        "ArgMax",
                        OperatorFiles.one(13, "ArgMax", Map.of("axis", 1, "keepdims", 0)),
                        "[1, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Softmax over all behind the batch, as first specified",
                        OperatorFiles.one(11, "Softmax", Map.of()),
                        "[1, 4, 16, 16] global"),
                Arguments.of(
                        "Softmax over channels",
                        OperatorFiles.one(13, "Softmax", Map.of("axis", 1)),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Softmax along w",
                        OperatorFiles.one(13, "Softmax", Map.of()),
                        "[1, 4, 16, 16] h rf 1 stride 1 start 0, w global"),
                Arguments.of(
                        "InstanceNormalization, statistics left out",
                        OperatorFiles.one(13, "InstanceNormalization", Map.of()),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "BatchNormalization",
                        OperatorFiles.one(9, "BatchNormalization", Map.of()),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "LayerNormalization of channels last", normalised(), "[1, 16, 16, 4] rf 1 stride 1 start 0"),
                Arguments.of(
                        "MatMul from the left mixes along h",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .weights("w", 5, 16)
                                .node("MatMul", "w x", "y"),
                        "[1, 4, 5, 16] h global, w rf 1 stride 1 start 0"),
                Arguments.of(
                        "Einsum over channels",
                        OperatorFiles.weighted(13, "Einsum", Map.of("equation", "nchw,co->nohw"), 4, 6),
                        "[1, 6, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "Einsum with dots",
                        OperatorFiles.weighted(13, "Einsum", Map.of("equation", "...w,wo"), 16, 6),
                        "[1, 4, 16, 6] h rf 1 stride 1 start 0, w global"),
                Arguments.of(
                        "Gemm of a flattened map",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .weights("w", 10, 1024)
                                .node("Flatten", "x", "f")
                                .node("Gemm", "f w", "y", Map.of("transB", 1)),
                        "[1, 10] global"),
                Arguments.of(
                        "a constant widens",
                        new OnnxFile(13)
                                .input("x", 1, 1, 16, 16)
                                .weights("w", 6, 1, 1)
                                .node("Mul", "w x", "y"),
                        "[1, 6, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "PRelu",
                        OperatorFiles.weighted(13, "PRelu", Map.of(), 4, 1, 1),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "a mask of Dropout",
                        new OnnxFile(13).input("x", OperatorFiles.x()).node("Dropout", "x", "d y"),
                        "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of("channels shuffled", shuffled(), "[1, 4, 16, 16] rf 1 stride 1 start 0"),
                Arguments.of(
                        "weights computed from weights",
                        new OnnxFile(13)
                                .input("x", OperatorFiles.x())
                                .weights("v", 4, 8, 3, 3)
                                .node("Transpose", "v", "w", Map.of("perm", List.of(1, 0, 2, 3)))
                                .node("Conv", "x w", "y"),
                        "[1, 8, 14, 14] rf 3 stride 1 start 0"),
                Arguments.of("a branch that is decided", branched(), "[1, 4, 8, 8] rf 2 stride 2 start 0"),
                Arguments.of("a function of the file", called(), "[1, 4, 8, 8] rf 2 stride 2 start 0"),
                Arguments.of(
                        "TensorFlow's channels last",
                        new OnnxFile(13)
                                .input("x", 1, 16, 16, 4)
                                .weights("w", 8, 4, 3, 3)
                                .node("Transpose", "x", "t", Map.of("perm", List.of(0, 3, 1, 2)))
                                .node("Conv", "t w", "y"),
                        "[1, 8, 14, 14] rf 3 stride 1 start 0"));
    }

    private static OnnxFile normalised() {
        return new OnnxFile(17)
                .input("x", OperatorFiles.x())
                .weights("scale", 4)
                .node("Transpose", "x", "t", Map.of("perm", List.of(0, 2, 3, 1)))
                .node("LayerNormalization", "t scale", "y");
    }

    private static OnnxFile shuffled() {
        return new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .integers("apart", 0, 2, 2, 16, 16)
                .integers("together", 1, -1, 16, 16)
                .node("Reshape", "x apart", "a")
                .node("Transpose", "a", "t", Map.of("perm", List.of(0, 2, 1, 3, 4)))
                .node("Reshape", "t together", "y");
    }

    private static Map<String, ?> pooling() {
        return Map.of("kernel_shape", List.of(2, 2), "strides", List.of(2, 2));
    }

    private static OnnxFile branched() {
        OnnxFile pooled = new OnnxFile(13).node("MaxPool", "x", "p", pooling()).output("p");
        OnnxFile kept = new OnnxFile(13).node("Identity", "x", "k").output("k");
        return new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .integers("four", 4)
                .integers("at", 1)
                .node("Shape", "x", "shape")
                .node("Gather", "shape at", "channels")
                .node("Equal", "channels four", "is")
                .node("If", "is", "y", Map.of("then_branch", pooled.graph(), "else_branch", kept.graph()));
    }

    private static OnnxFile called() {
        return new OnnxFile(13)
                .input("x", OperatorFiles.x())
                .function(
                        "mine",
                        "Halve",
                        "a",
                        "b",
                        OnnxFile.nodeMessage("", "Relu", "a", "r", Map.of()),
                        OnnxFile.nodeMessage("", "MaxPool", "r", "b", pooling()))
                .call("mine", "Halve", "x", "y", Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void anOperator(String name, OnnxFile file, String expected) {
        assertThat(OperatorFiles.summary(file.network(), Gates.IGNORE)).as(name).isEqualTo(expected);
    }
}
