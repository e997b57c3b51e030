package dev.rfsweep.internal.onnx.constants;

import static dev.rfsweep.internal.onnx.FoldCases.OPEN;
import static dev.rfsweep.internal.onnx.FoldCases.TABLE;
import static dev.rfsweep.internal.onnx.FoldCases.dims;
import static dev.rfsweep.internal.onnx.FoldCases.fold;
import static dev.rfsweep.internal.onnx.FoldCases.list;
import static dev.rfsweep.internal.onnx.FoldCases.reals;
import static dev.rfsweep.internal.onnx.FoldCases.scalar;
import static dev.rfsweep.internal.onnx.FoldCases.table;

import dev.rfsweep.internal.onnx.FoldCases;
import dev.rfsweep.internal.onnx.wire.Constant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums, products and the best along whole dimensions of small constants: answers worked out by hand from the specification. */
class ReducingFoldsTest {

    static Stream<Arguments> folds() {
        return Stream.of(
                fold("ReduceSum along the last", "ReduceSum", Map.of("keepdims", 0), list(6, 15), TABLE, list(-1)),
                fold("ReduceSum of all", "ReduceSum", Map.of(), table(dims(1, 1), 21), TABLE),
                fold("ReduceSum of nothing", "ReduceSum", Map.of("noop_with_empty_axes", 1), TABLE, TABLE),
                fold(
                        "ReduceProd along the first",
                        "ReduceProd",
                        Map.of("axes", List.of(0)),
                        table(dims(1, 3), 4, 10, 18),
                        TABLE),
                fold("ReduceProd of no sizes", "ReduceProd", Map.of("keepdims", 0), Constant.scalar(1), list()),
                fold("ReduceMax", "ReduceMax", Map.of("axes", List.of(1), "keepdims", 0), list(3, 6), TABLE),
                fold("ReduceMin", "ReduceMin", Map.of("axes", List.of(0), "keepdims", 0), list(1, 2, 3), TABLE),
                fold("ReduceMean", "ReduceMean", Map.of("keepdims", 0), scalar(2.5), reals(1, 4)),
                fold(
                        "ReduceSum of what is partly open",
                        "ReduceSum",
                        Map.of("keepdims", 0),
                        list(OPEN, 7),
                        table(dims(2, 2), OPEN, 1, 3, 4),
                        list(1)),
                fold("ArgMax takes the first", "ArgMax", Map.of("keepdims", 0), Constant.scalar(1), list(2, 9, 9)),
                fold(
                        "ArgMax takes the last",
                        "ArgMax",
                        Map.of("keepdims", 0, "select_last_index", 1),
                        Constant.scalar(2),
                        list(2, 9, 9)),
                fold(
                        "ArgMin along the last",
                        "ArgMin",
                        Map.of("axis", -1),
                        table(dims(2, 1), 1, 0),
                        table(dims(2, 2), 5, 4, 1, 1)),
                fold("CumSum", "CumSum", Map.of(), table(dims(2, 3), 1, 3, 6, 4, 9, 15), TABLE, Constant.scalar(1)),
                fold(
                        "CumSum of what was before",
                        "CumSum",
                        Map.of("exclusive", 1),
                        table(dims(2, 3), 0, 1, 3, 0, 4, 9),
                        TABLE,
                        Constant.scalar(1)),
                fold(
                        "CumSum from the end",
                        "CumSum",
                        Map.of("reverse", 1),
                        table(dims(2, 3), 6, 5, 3, 15, 11, 6),
                        TABLE,
                        Constant.scalar(-1)),
                fold(
                        "CumSum of what comes behind",
                        "CumSum",
                        Map.of("reverse", 1, "exclusive", 1),
                        table(dims(2, 3), 4, 5, 6, 0, 0, 0),
                        TABLE,
                        Constant.scalar(0)),
                fold(
                        "MatMul",
                        "MatMul",
                        Map.of(),
                        table(dims(2, 2), 22, 28, 49, 64),
                        TABLE,
                        table(dims(3, 2), 1, 2, 3, 4, 5, 6)),
                fold("MatMul of vectors", "MatMul", Map.of(), Constant.scalar(32), list(1, 2, 3), list(4, 5, 6)),
                fold("MatMul of a vector and a matrix", "MatMul", Map.of(), list(9, 12, 15), list(1, 2), TABLE),
                fold("MatMul of a matrix and a vector", "MatMul", Map.of(), list(14, 32), TABLE, list(1, 2, 3)),
                fold(
                        "MatMul, batches broadcast",
                        "MatMul",
                        Map.of(),
                        table(dims(2, 1, 1), 1, 5),
                        table(dims(2, 1, 2), 0, 1, 2, 3),
                        table(dims(2, 1), 1, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folds")
    void aFold(String name, String type, Map<String, ?> attributes, Constant expected, List<Constant> inputs) {
        FoldCases.require(name, type, attributes, expected, inputs);
    }
}
