package dev.rfsweep.internal.onnx.constants;

import static dev.rfsweep.internal.onnx.FoldCases.OPEN;
import static dev.rfsweep.internal.onnx.FoldCases.TABLE;
import static dev.rfsweep.internal.onnx.FoldCases.counted;
import static dev.rfsweep.internal.onnx.FoldCases.dims;
import static dev.rfsweep.internal.onnx.FoldCases.fold;
import static dev.rfsweep.internal.onnx.FoldCases.list;
import static dev.rfsweep.internal.onnx.FoldCases.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.onnx.FoldCases;
import dev.rfsweep.internal.onnx.call.Allowance;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.wire.Constant;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Elements of small constants found, picked, moved and replaced: answers worked out by hand from the specification. */
class IndexFoldsTest {

    static Stream<Arguments> folds() {
        return Stream.of(
                fold("Gather rows", "Gather", Map.of(), table(dims(1, 3), 4, 5, 6), TABLE, list(-1)),
                fold("Gather columns", "Gather", Map.of("axis", 1), table(dims(2, 2), 3, 1, 6, 4), TABLE, list(2, 0)),
                fold("Gather one column", "Gather", Map.of("axis", -1), list(2, 5), TABLE, Constant.scalar(1)),
                fold(
                        "GatherElements",
                        "GatherElements",
                        Map.of("axis", 1),
                        table(dims(2, 2), 1, 1, 6, 5),
                        TABLE,
                        table(dims(2, 2), 0, 0, -1, 1)),
                fold(
                        "GatherElements of fewer columns",
                        "GatherElements",
                        Map.of(),
                        table(dims(3, 2), 4, 5, 1, 2, 1, 5),
                        TABLE,
                        table(dims(3, 2), 1, 1, 0, 0, 0, 1)),
                fold("GatherND of elements", "GatherND", Map.of(), list(1, 6), TABLE, table(dims(2, 2), 0, 0, 1, 2)),
                fold(
                        "GatherND of rows",
                        "GatherND",
                        Map.of(),
                        table(dims(2, 3), 4, 5, 6, 1, 2, 3),
                        TABLE,
                        table(dims(2, 1), 1, -2)),
                fold(
                        "GatherND in batches",
                        "GatherND",
                        Map.of("batch_dims", 1),
                        table(dims(2, 2), 2, 3, 4, 5),
                        counted(2, 2, 2),
                        table(dims(2, 1), 1, 0)),
                fold(
                        "ScatterND",
                        "ScatterND",
                        Map.of(),
                        list(1, 11, 3, 10),
                        list(1, 2, 3, 4),
                        table(dims(2, 1), 3, 1),
                        list(10, 11)),
                fold(
                        "ScatterND of rows",
                        "ScatterND",
                        Map.of(),
                        table(dims(2, 3), 1, 2, 3, 7, 8, 9),
                        TABLE,
                        table(dims(1, 1), 1),
                        table(dims(1, 3), 7, 8, 9)),
                fold(
                        "ScatterND adds",
                        "ScatterND",
                        Map.of("reduction", "add"),
                        list(1, 12),
                        list(1, 2),
                        table(dims(2, 1), 1, 1),
                        list(4, 6)),
                fold(
                        "ScatterND, mul",
                        "ScatterND",
                        Map.of("reduction", "mul"),
                        list(1, 48),
                        list(1, 2),
                        table(dims(2, 1), 1, 1),
                        list(4, 6)),
                fold(
                        "ScatterND, max",
                        "ScatterND",
                        Map.of("reduction", "max"),
                        list(1, 6),
                        list(1, 2),
                        table(dims(2, 1), 1, 1),
                        list(4, 6)),
                fold(
                        "ScatterND, min",
                        "ScatterND",
                        Map.of("reduction", "min"),
                        list(1, 2),
                        list(1, 2),
                        table(dims(2, 1), 1, 1),
                        list(4, 6)),
                fold("NonZero below 0", "NonZero", Map.of(), table(dims(1, 2), 0, 2), list(-1, 0, 5)),
                fold(
                        "NonZero",
                        "NonZero",
                        Map.of(),
                        table(dims(2, 3), 0, 1, 1, 1, 0, 2),
                        table(dims(2, 3), 0, 5, 0, 7, 0, 9)),
                fold("NonZero of one number", "NonZero", Map.of(), table(dims(1, 1), 0), Constant.scalar(7)),
                fold(
                        "NonZero of what is open",
                        "NonZero",
                        Map.of(),
                        Constant.ofShape(LongList.of(1, -1)),
                        list(OPEN, 1)),
                fold(
                        "Concat of columns",
                        "Concat",
                        Map.of("axis", -1),
                        table(dims(2, 3), 1, 2, 9, 3, 4, 8),
                        table(dims(2, 2), 1, 2, 3, 4),
                        table(dims(2, 1), 9, 8)),
                fold(
                        "Concat of rows",
                        "Concat",
                        Map.of("axis", 0),
                        table(dims(3, 2), 1, 2, 3, 4, 9, 8),
                        table(dims(2, 2), 1, 2, 3, 4),
                        table(dims(1, 2), 9, 8)),
                fold(
                        "Split of columns",
                        "Split",
                        Map.of("axis", 1, "split", List.of(1, 2)),
                        table(dims(2, 1), 1, 4),
                        TABLE),
                fold(
                        "BatchNormalization of weights by themselves",
                        "BatchNormalization",
                        Map.of("training_mode", 1),
                        Constant.ofShape(LongList.of(1, 8, 27)),
                        Constant.ofShape(LongList.of(1, 8, 27)),
                        Constant.ofShape(LongList.of(8)),
                        Constant.ofShape(LongList.of(8)),
                        Constant.ofShape(LongList.of(8)),
                        Constant.ofShape(LongList.of(8))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folds")
    void aFold(String name, String type, Map<String, ?> attributes, Constant expected, List<Constant> inputs) {
        FoldCases.require(name, type, attributes, expected, inputs);
    }

    @Test
    void theSecondPartOfASplitStartsBehindTheFirst() {
        Constant rows = table(dims(3, 2), 1, 2, 3, 4, 5, 6);
        Map<String, ?> cuts = Map.of("axis", 0, "split", List.of(1, 2));
        Call call = FoldCases.call(new Allowance(), "Split", cuts, List.of(rows));
        assertThat(ConstantFolds.fold(call)).isTrue();
        assertThat((Object) call.result(1).constant().integers()).isEqualTo(LongList.of(3, 4, 5, 6));
    }

    @Test
    void statisticsOfABatchAreByChannel() {
        Constant weights = Constant.ofShape(LongList.of(1, 8, 27));
        Constant channels = Constant.ofShape(LongList.of(8));
        Call call = FoldCases.call(
                new Allowance(),
                "BatchNormalization",
                Map.of("training_mode", 1),
                List.of(weights, channels, channels, channels, channels));
        assertThat(ConstantFolds.fold(call)).isTrue();
        assertThat((Object) call.result(0).constant().dims()).isEqualTo(weights.dims());
        assertThat((Object) call.result(1).constant().dims()).isEqualTo(channels.dims());
    }
}
