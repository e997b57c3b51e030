package dev.rfsweep.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators make of small constants: answers worked out by hand from the specification. */
class FoldsTest {

    private static final long OPEN = Constant.UNKNOWN;

    private static Constant of(long[] dims, long... integers) {
        return Constant.ofIntegers(LongList.of(dims), LongList.of(integers));
    }

    private static Constant list(long... integers) {
        return Constant.ofList(integers);
    }

    private static Constant reals(double... reals) {
        return Constant.ofReals(LongList.of(reals.length), DataType.FLOAT, DoubleList.of(reals));
    }

    private static Constant flags(long... flags) {
        return new Constant(LongList.of(flags.length), DataType.BOOL, LongList.of(flags), null);
    }

    private static long[] dims(long... dims) {
        return dims;
    }

    /** 0, 1, 2, ... */
    private static Constant counted(long... dims) {
        long elements = Constant.elements(LongList.of(dims));
        return of(dims, LongStream.range(0, elements).toArray());
    }

    private static final Constant TABLE = of(dims(2, 3), 1, 2, 3, 4, 5, 6);

    static Stream<Arguments> folds() {
        return Stream.of(
                fold("Clip of reals", "Clip", Map.of(), reals(1, 1.5, 2), reals(-5, 1.5, 9), reals(1).withDims(LongList.of()), reals(2)),
                fold("Clip from below", "Clip", Map.of(), list(0, 0, 3), list(-4, 0, 3), Constant.scalar(0)),
                fold("Clip with crossed bounds: the upper one wins", "Clip", Map.of(), list(2, 2), list(0, 9), Constant.scalar(5), Constant.scalar(2)),
                fold("Clip by attributes", "Clip", Map.of("min", 0f, "max", 6f), reals(0, 6, 3), reals(-1, 7, 3)),
                fold("Clip of what is open", "Clip", Map.of(), list(OPEN, 1), list(OPEN, 1), Constant.scalar(0)),
                fold("Tile", "Tile", Map.of(), of(dims(2, 4), 1, 2, 1, 2, 3, 4, 3, 4), of(dims(2, 2), 1, 2, 3, 4), list(1, 2)),
                fold("Tile rows", "Tile", Map.of(), list(0, 1, 0, 1, 0, 1), list(0, 1), list(3)),
                fold("Tile too far keeps sizes", "Tile", Map.of(), Constant.ofShape(LongList.of(8000)), list(0, 1), list(4000)),
                fold("Tile none", "Tile", Map.of(), list(), list(0, 1), list(0)),
                fold("Pow", "Pow", Map.of(), list(1, 8, 81), list(1, 2, -3), list(5, 3, 4)),
                fold("Pow below 1", "Pow", Map.of(), list(1, -1, 0), list(1, -1, 7), list(-2, -3, -1)),
                fold("Pow of reals by integers", "Pow", Map.of(), reals(0.25, 4), reals(2, 2), list(-2, 2)),
                fold("Pow of integers by reals", "Pow", Map.of(), list(3, 2), list(9, 8), reals(0.5, 0.4)),
                fold("Reciprocal", "Reciprocal", Map.of(), reals(0.5, 4), reals(2, 0.25)),
                fold("Floor", "Floor", Map.of(), reals(-2, 1), reals(-1.5, 1.5)),
                fold("Ceil", "Ceil", Map.of(), reals(-1, 2), reals(-1.5, 1.5)),
                fold("Round to even", "Round", Map.of(), reals(2, 2, -2), reals(1.5, 2.5, -1.5)),
                fold("Mod has the sign of the divisor", "Mod", Map.of(), list(2, -2, -1), list(5, 4, -7), list(3, -3, -3)),
                fold("fmod has the sign of the dividend", "Mod", Map.of("fmod", 1), list(2, 1, -1), list(5, 4, -7), list(3, -3, -3)),
                fold("fmod of reals", "Mod", Map.of("fmod", 1), reals(-0.5, 0.5), reals(-2.5, 2.5), reals(1)),
                fold("Div rounds towards 0", "Div", Map.of(), list(-2, 2), list(-5, 5), list(2)),
                fold("Sum", "Sum", Map.of(), reals(6, 9), reals(1, 2), reals(3), reals(2, 4)),
                fold("Mean", "Mean", Map.of(), reals(2, 3), reals(1, 2), reals(3), reals(2, 4)),
                fold("Where, broadcast", "Where", Map.of(), of(dims(2, 2), 7, 2, 7, 4), flags(1, 0), Constant.scalar(7), of(dims(2, 2), 1, 2, 3, 4)),
                fold("Where of reals", "Where", Map.of(), reals(1, 4), flags(1, 0), reals(1, 2), reals(3, 4)),
                fold("Where it is open", "Where", Map.of(), list(OPEN, 2), flags(OPEN, 1), list(1, 2), list(3, 4)),
                fold("Cast cuts off", "Cast", Map.of("to", 7), list(-1, 2), reals(-1.9, 2.9)),
                fold("Cast to a smaller type wraps around", "Cast", Map.of("to", 2), typed(DataType.UINT8, 44, 255), list(300, -1)),
                fold("Cast to flags", "Cast", Map.of("to", 9), flags(0, 1, 1), reals(0, 0.5, -2)),
                fold("CastLike", "CastLike", Map.of(), reals(1, 2), list(1, 2), Constant.ofShape(LongList.of(9), DataType.FLOAT)),
                fold("Range of reals adds up in single precision", "Range", Map.of(), reals(0, 0.1f, 0.1f + 0.1f, (0.1f + 0.1f) + 0.1f), scalar(0), scalar(0.31), scalar(0.1f)),
                fold("Range downwards", "Range", Map.of(), list(5, 3, 1), Constant.scalar(5), Constant.scalar(0), Constant.scalar(-2)),
                fold("ReduceSum along the last", "ReduceSum", Map.of("keepdims", 0), list(6, 15), TABLE, list(-1)),
                fold("ReduceSum of all", "ReduceSum", Map.of(), of(dims(1, 1), 21), TABLE),
                fold("ReduceSum of nothing", "ReduceSum", Map.of("noop_with_empty_axes", 1), TABLE, TABLE),
                fold("ReduceProd along the first", "ReduceProd", Map.of("axes", List.of(0)), of(dims(1, 3), 4, 10, 18), TABLE),
                fold("ReduceProd of no sizes", "ReduceProd", Map.of("keepdims", 0), Constant.scalar(1), list()),
                fold("ReduceMax", "ReduceMax", Map.of("axes", List.of(1), "keepdims", 0), list(3, 6), TABLE),
                fold("ReduceMin", "ReduceMin", Map.of("axes", List.of(0), "keepdims", 0), list(1, 2, 3), TABLE),
                fold("ReduceMean", "ReduceMean", Map.of("keepdims", 0), scalar(2.5), reals(1, 4)),
                fold("ReduceSum of what is partly open", "ReduceSum", Map.of("keepdims", 0), list(OPEN, 7), of(dims(2, 2), OPEN, 1, 3, 4), list(1)),
                fold("ArgMax takes the first", "ArgMax", Map.of("keepdims", 0), Constant.scalar(1), list(2, 9, 9)),
                fold("ArgMax takes the last", "ArgMax", Map.of("keepdims", 0, "select_last_index", 1), Constant.scalar(2), list(2, 9, 9)),
                fold("ArgMin along the last", "ArgMin", Map.of("axis", -1), of(dims(2, 1), 1, 0), of(dims(2, 2), 5, 4, 1, 1)),
                fold("CumSum", "CumSum", Map.of(), of(dims(2, 3), 1, 3, 6, 4, 9, 15), TABLE, Constant.scalar(1)),
                fold("CumSum of what was before", "CumSum", Map.of("exclusive", 1), of(dims(2, 3), 0, 1, 3, 0, 4, 9), TABLE, Constant.scalar(1)),
                fold("CumSum from the end", "CumSum", Map.of("reverse", 1), of(dims(2, 3), 6, 5, 3, 15, 11, 6), TABLE, Constant.scalar(-1)),
                fold("CumSum of what comes behind", "CumSum", Map.of("reverse", 1, "exclusive", 1), of(dims(2, 3), 4, 5, 6, 0, 0, 0), TABLE, Constant.scalar(0)),
                fold("MatMul", "MatMul", Map.of(), of(dims(2, 2), 22, 28, 49, 64), TABLE, of(dims(3, 2), 1, 2, 3, 4, 5, 6)),
                fold("MatMul of vectors", "MatMul", Map.of(), Constant.scalar(32), list(1, 2, 3), list(4, 5, 6)),
                fold("MatMul of a vector and a matrix", "MatMul", Map.of(), list(9, 12, 15), list(1, 2), TABLE),
                fold("MatMul of a matrix and a vector", "MatMul", Map.of(), list(14, 32), TABLE, list(1, 2, 3)),
                fold("MatMul, batches broadcast", "MatMul", Map.of(), of(dims(2, 1, 1), 1, 5), of(dims(2, 1, 2), 0, 1, 2, 3), of(dims(2, 1), 1, 1)),
                fold("Gather rows", "Gather", Map.of(), of(dims(1, 3), 4, 5, 6), TABLE, list(-1)),
                fold("Gather columns", "Gather", Map.of("axis", 1), of(dims(2, 2), 3, 1, 6, 4), TABLE, list(2, 0)),
                fold("Gather one column", "Gather", Map.of("axis", -1), list(2, 5), TABLE, Constant.scalar(1)),
                fold("GatherElements", "GatherElements", Map.of("axis", 1), of(dims(2, 2), 1, 1, 6, 5), TABLE, of(dims(2, 2), 0, 0, -1, 1)),
                fold("GatherElements of fewer columns", "GatherElements", Map.of(), of(dims(3, 2), 4, 5, 1, 2, 1, 5), TABLE, of(dims(3, 2), 1, 1, 0, 0, 0, 1)),
                fold("GatherND of elements", "GatherND", Map.of(), list(1, 6), TABLE, of(dims(2, 2), 0, 0, 1, 2)),
                fold("GatherND of rows", "GatherND", Map.of(), of(dims(2, 3), 4, 5, 6, 1, 2, 3), TABLE, of(dims(2, 1), 1, -2)),
                fold("GatherND in batches", "GatherND", Map.of("batch_dims", 1), of(dims(2, 2), 2, 3, 4, 5), counted(2, 2, 2), of(dims(2, 1), 1, 0)),
                fold("ScatterND", "ScatterND", Map.of(), list(1, 11, 3, 10), list(1, 2, 3, 4), of(dims(2, 1), 3, 1), list(10, 11)),
                fold("ScatterND of rows", "ScatterND", Map.of(), of(dims(2, 3), 1, 2, 3, 7, 8, 9), TABLE, of(dims(1, 1), 1), of(dims(1, 3), 7, 8, 9)),
                fold("ScatterND adds", "ScatterND", Map.of("reduction", "add"), list(1, 12), list(1, 2), of(dims(2, 1), 1, 1), list(4, 6)),
                fold("NonZero", "NonZero", Map.of(), of(dims(2, 3), 0, 1, 1, 1, 0, 2), of(dims(2, 3), 0, 5, 0, 7, 0, 9)),
                fold("NonZero of one number", "NonZero", Map.of(), of(dims(1, 1), 0), Constant.scalar(7)),
                fold("NonZero of what is open", "NonZero", Map.of(), Constant.ofShape(LongList.of(1, -1)), list(OPEN, 1)),
                fold("Concat of columns", "Concat", Map.of("axis", -1), of(dims(2, 3), 1, 2, 9, 3, 4, 8), of(dims(2, 2), 1, 2, 3, 4), of(dims(2, 1), 9, 8)),
                fold("Split of columns", "Split", Map.of("axis", 1, "split", List.of(1, 2)), of(dims(2, 1), 1, 4), TABLE),
                fold("BatchNormalization of weights by themselves", "BatchNormalization", Map.of("training_mode", 1), Constant.ofShape(LongList.of(1, 8, 27)), Constant.ofShape(LongList.of(1, 8, 27)), Constant.ofShape(LongList.of(8)), Constant.ofShape(LongList.of(8)), Constant.ofShape(LongList.of(8)), Constant.ofShape(LongList.of(8))));
    }

    private static Constant typed(DataType type, long... integers) {
        return new Constant(LongList.of(integers.length), type, LongArrayList.wrap(integers), null);
    }

    private static Constant scalar(double real) {
        return reals(real).withDims(LongList.of());
    }

    private static Arguments fold(
            String name, String type, Map<String, ?> attributes, Constant expected, Constant... inputs) {
        return Arguments.of(name, type, attributes, expected, List.of(inputs));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folds")
    void aFold(String name, String type, Map<String, ?> attributes, Constant expected, List<Constant> inputs) {
        Constant found = folded(type, attributes, inputs);
        assertThat((Object) found.dims()).as(name).isEqualTo(expected.dims());
        assertThat((Object) found.integers()).as(name).isEqualTo(expected.integers());
        assertThat(found.reals() == null).as(name).isEqualTo(expected.reals() == null);
        for (int at = 0; found.reals() != null && at < found.elements(); at++) {
            assertThat(found.real(at)).as(name + " at " + at).isEqualTo((float) expected.real(at));
        }
    }

    private static Constant folded(String type, Map<String, ?> attributes, List<Constant> inputs) {
        Call call = call(new Allowance(), type, attributes, inputs);
        assertThat(ShapeQueries.answer(call) || ConstantFolds.fold(call)).as("folded").isTrue();
        return call.result(0).constant();
    }

    private static Call call(Allowance allowance, String type, Map<String, ?> attributes, List<Constant> inputs) {
        Map<String, Attribute> all = new HashMap<>();
        attributes.forEach((name, value) -> all.put(name, attribute(value)));
        List<String> names = inputs.stream().map(input -> "in").toList();
        List<String> outputs = type.equals("Split") ? List.of("y", "z") : List.of("y");
        OnnxNode node = new OnnxNode("", type, "", names, outputs, all);
        OnnxGraph graph = new OnnxGraph(List.of(node), Map.of(), List.of(), List.of(), Map.of());
        Context context =
                new Context(new OnnxModel("net.onnx", 17, graph, Map.of()), false, List.of(), allowance);
        return new Call(context, node, null, inputs.stream().map(Operand::of).toList());
    }

    private static Attribute attribute(Object value) {
        LongList integers = value instanceof Integer integer
                ? LongList.of(integer)
                : value instanceof List<?> list
                        ? LongList.of(list.stream().mapToLong(one -> ((Number) one).longValue()).toArray())
                        : null;
        DoubleList reals = value instanceof Float real ? DoubleList.of((double) real) : null;
        return new Attribute(integers, reals, value instanceof String text ? text : null, null, null, null);
    }

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
                        List.of(list(5), of(dims(1, 2), 0, 0)),
                        "found indices of [1, 2] into [1] with 0 dimensions of batch, expected tuples of 1 to 1 indices"),
                Arguments.of(
                        "GatherElements",
                        List.of(TABLE, of(dims(1, 4), 0, 0, 0, 0)),
                        "found indices of [1, 4] into [2, 3], expected no more of them along dimension 1"),
                Arguments.of(
                        "ScatterND",
                        List.of(list(1, 2), of(dims(1, 1), 0), list(1, 2)),
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
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 2, 3, 4, 5})
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
