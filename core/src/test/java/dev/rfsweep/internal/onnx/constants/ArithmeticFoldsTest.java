package dev.rfsweep.internal.onnx.constants;

import static dev.rfsweep.internal.onnx.FoldCases.OPEN;
import static dev.rfsweep.internal.onnx.FoldCases.dims;
import static dev.rfsweep.internal.onnx.FoldCases.flags;
import static dev.rfsweep.internal.onnx.FoldCases.fold;
import static dev.rfsweep.internal.onnx.FoldCases.list;
import static dev.rfsweep.internal.onnx.FoldCases.reals;
import static dev.rfsweep.internal.onnx.FoldCases.scalar;
import static dev.rfsweep.internal.onnx.FoldCases.table;
import static dev.rfsweep.internal.onnx.FoldCases.typed;

import dev.rfsweep.internal.onnx.FoldCases;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arithmetic over small constants: answers worked out by hand from the specification. */
class ArithmeticFoldsTest {

    static Stream<Arguments> folds() {
        return Stream.of(
                fold(
                        "Clip of reals",
                        "Clip",
                        Map.of(),
                        reals(1, 1.5, 2),
                        reals(-5, 1.5, 9),
                        reals(1).withDims(LongList.of()),
                        reals(2)),
                fold("Clip from below", "Clip", Map.of(), list(0, 0, 3), list(-4, 0, 3), Constant.scalar(0)),
                fold(
                        "Clip with crossed bounds: the upper one wins",
                        "Clip",
                        Map.of(),
                        list(2, 2),
                        list(0, 9),
                        Constant.scalar(5),
                        Constant.scalar(2)),
                fold("Clip by attributes", "Clip", Map.of("min", 0f, "max", 6f), reals(0, 6, 3), reals(-1, 7, 3)),
                fold("Clip of what is open", "Clip", Map.of(), list(OPEN, 1), list(OPEN, 1), Constant.scalar(0)),
                fold(
                        "Tile",
                        "Tile",
                        Map.of(),
                        table(dims(2, 4), 1, 2, 1, 2, 3, 4, 3, 4),
                        table(dims(2, 2), 1, 2, 3, 4),
                        list(1, 2)),
                fold("Tile rows", "Tile", Map.of(), list(0, 1, 0, 1, 0, 1), list(0, 1), list(3)),
                fold(
                        "Tile too far keeps sizes",
                        "Tile",
                        Map.of(),
                        Constant.ofShape(LongList.of(8000)),
                        list(0, 1),
                        list(4000)),
                fold("Tile none", "Tile", Map.of(), list(), list(0, 1), list(0)),
                fold("Pow", "Pow", Map.of(), list(1, 8, 81), list(1, 2, -3), list(5, 3, 4)),
                fold("Pow below 1", "Pow", Map.of(), list(1, -1, 0), list(1, -1, 7), list(-2, -3, -1)),
                fold("Pow of -1", "Pow", Map.of(), list(1, -1), list(-1, -1), list(2, 3)),
                fold("Pow of 0 below 0 has no answer", "Pow", Map.of(), list(OPEN), list(0), list(-1)),
                fold("Less of reals is a flag", "Less", Map.of(), flags(1, 0), reals(1, 2), reals(2, 1)),
                fold("Pow of reals by integers", "Pow", Map.of(), reals(0.25, 4), reals(2, 2), list(-2, 2)),
                fold("Pow of integers by reals", "Pow", Map.of(), list(3, 2), list(9, 8), reals(0.5, 0.4)),
                fold("Reciprocal", "Reciprocal", Map.of(), reals(0.5, 4), reals(2, 0.25)),
                fold("Floor", "Floor", Map.of(), reals(-2, 1), reals(-1.5, 1.5)),
                fold("Ceil", "Ceil", Map.of(), reals(-1, 2), reals(-1.5, 1.5)),
                fold("Round to even", "Round", Map.of(), reals(2, 2, -2), reals(1.5, 2.5, -1.5)),
                fold(
                        "Mod has the sign of the divisor",
                        "Mod",
                        Map.of(),
                        list(2, -2, -1),
                        list(5, 4, -7),
                        list(3, -3, -3)),
                fold(
                        "fmod has the sign of the dividend",
                        "Mod",
                        Map.of("fmod", 1),
                        list(2, 1, -1),
                        list(5, 4, -7),
                        list(3, -3, -3)),
                fold("fmod of reals", "Mod", Map.of("fmod", 1), reals(-0.5, 0.5), reals(-2.5, 2.5), reals(1)),
                fold("Div rounds towards 0", "Div", Map.of(), list(-2, 2), list(-5, 5), list(2)),
                fold("Sum", "Sum", Map.of(), reals(6, 9), reals(1, 2), reals(3), reals(2, 4)),
                fold("Mean", "Mean", Map.of(), reals(2, 3), reals(1, 2), reals(3), reals(2, 4)),
                fold(
                        "Where, broadcast",
                        "Where",
                        Map.of(),
                        table(dims(2, 2), 7, 2, 7, 4),
                        flags(1, 0),
                        Constant.scalar(7),
                        table(dims(2, 2), 1, 2, 3, 4)),
                fold("Where of reals", "Where", Map.of(), reals(1, 4), flags(1, 0), reals(1, 2), reals(3, 4)),
                fold("Where it is open", "Where", Map.of(), list(OPEN, 2), flags(OPEN, 1), list(1, 2), list(3, 4)),
                fold("Cast cuts off", "Cast", Map.of("to", 7), list(-1, 2), reals(-1.9, 2.9)),
                fold(
                        "Cast to a smaller type wraps around",
                        "Cast",
                        Map.of("to", 2),
                        typed(DataType.UINT8, 44, 255),
                        list(300, -1)),
                fold("Cast to flags", "Cast", Map.of("to", 9), flags(0, 1, 1), reals(0, 0.5, -2)),
                fold(
                        "CastLike",
                        "CastLike",
                        Map.of(),
                        reals(1, 2),
                        list(1, 2),
                        Constant.ofShape(LongList.of(9), DataType.FLOAT)),
                fold(
                        "Range of reals adds up in single precision",
                        "Range",
                        Map.of(),
                        reals(0, 0.1f, 0.1f + 0.1f, (0.1f + 0.1f) + 0.1f),
                        scalar(0),
                        scalar(0.31),
                        scalar(0.1f)),
                fold(
                        "Range downwards",
                        "Range",
                        Map.of(),
                        list(5, 3, 1),
                        Constant.scalar(5),
                        Constant.scalar(0),
                        Constant.scalar(-2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folds")
    void aFold(String name, String type, Map<String, ?> attributes, Constant expected, List<Constant> inputs) {
        FoldCases.require(name, type, attributes, expected, inputs);
    }
}
