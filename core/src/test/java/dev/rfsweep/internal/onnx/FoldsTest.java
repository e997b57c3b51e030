package dev.rfsweep.internal.onnx;

import static dev.rfsweep.internal.onnx.FoldCases.TABLE;
import static dev.rfsweep.internal.onnx.FoldCases.call;
import static dev.rfsweep.internal.onnx.FoldCases.counted;
import static dev.rfsweep.internal.onnx.FoldCases.dims;
import static dev.rfsweep.internal.onnx.FoldCases.folded;
import static dev.rfsweep.internal.onnx.FoldCases.list;
import static dev.rfsweep.internal.onnx.FoldCases.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.onnx.call.Allowance;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.constants.ConstantFolds;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No constant makes a fold fail without a message, work without end, or grow without bound. */
class FoldsTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("Mod", List.of(list(5), list(0)), "found a division by 0"),
                Arguments.of("Tile", List.of(list(5), list(-1)), "found repeats of [-1], expected none below 0"),
                Arguments.of(
                        "MatMul",
                        List.of(TABLE, TABLE),
                        "found matrices of [2, 3] and [2, 3], expected as many columns as rows"),
                Arguments.of("Gather", List.of(list(5), list(7)), "found axis 7, expected one of 1 dimensions"),
                Arguments.of(
                        "GatherND",
                        List.of(list(5), table(dims(1, 2), 0, 0)),
                        "found indices of [1, 2] into [1] with 0 dimensions of batch, expected tuples of 1 to 1 indices"),
                Arguments.of(
                        "GatherElements",
                        List.of(TABLE, table(dims(1, 4), 0, 0, 0, 0)),
                        "found indices of [1, 4] into [2, 3], expected no more of them along dimension 1"),
                Arguments.of(
                        "ScatterND",
                        List.of(list(1, 2), table(dims(1, 1), 0), list(1, 2)),
                        "found updates of [2], expected numbers of the same type, [1]"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refused")
    void whatIsWrongIsToldByName(String type, List<Constant> inputs, String message) {
        assertThatThrownBy(() -> folded(type, Map.of(), inputs))
                .isInstanceOf(OnnxException.class)
                .hasMessage("net.onnx: node 'y' (" + type + "): " + message);
    }

    /** A file of many nodes may not make the program work without end: what is beyond the allowance has only a shape. */
    @Test
    void aFileHasOneAllowance() {
        Allowance allowance = new Allowance();
        Constant square = counted(64, 64);
        int folded = 0;
        while (ConstantFolds.fold(call(allowance, "MatMul", Map.of(), List.of(square, square)))) {
            folded++;
        }
        assertThat(folded).isBetween(10, 200);
        while (ConstantFolds.fold(call(allowance, "Tile", Map.of(), List.of(square, list(1, 1))))) {
            folded++;
        }
        assertThat(folded).isBetween(10, 300);
    }

    /** Random programs of folds over random constants, some elements open: an answer, or one clear message, at once. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anythingIsFoldedOrRefused(long seed) {
        RandomFolds random = new RandomFolds(seed);
        int folded = 0;
        for (int round = 0; round < 6_000; round++) {
            RandomFolds.Program program = random.next();
            Call call = call(new Allowance(), program.type(), program.attributes(), program.inputs());
            try {
                folded += ConstantFolds.fold(call) ? 1 : 0;
            } catch (OnnxException | ArithmeticException refused) {
                continue;
            } catch (RuntimeException bug) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + program, bug);
            }
            Operand result = call.result(0);
            if (result != null && result.constant().isKnown()) {
                assertThat(result.constant().elements())
                        .as("seed " + seed + ", round " + round + ": " + program)
                        .isLessThanOrEqualTo(Constant.MOST_ELEMENTS)
                        .isEqualTo(
                                result.constant().isReal()
                                        ? result.constant().reals().size()
                                        : result.constant().integers().size());
            }
        }
        assertThat(folded).as("folded").isGreaterThan(1_000);
    }
}
