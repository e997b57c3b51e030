package dev.rfsweep.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.onnx.call.Allowance;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.ImportContext;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.constants.ConstantFolds;
import dev.rfsweep.internal.onnx.constants.ShapeQueries;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import dev.rfsweep.internal.onnx.wire.OnnxGraph;
import dev.rfsweep.internal.onnx.wire.OnnxModel;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.provider.Arguments;

/** Small constants, single nodes over them, and what comes out. */
public final class FoldCases {

    public static final long OPEN = Constant.UNKNOWN;

    public static Constant table(long[] dims, long... integers) {
        return Constant.ofIntegers(LongList.of(dims), LongList.of(integers));
    }

    public static Constant list(long... integers) {
        return Constant.ofList(integers);
    }

    public static Constant reals(double... reals) {
        return Constant.ofReals(LongList.of(reals.length), DataType.FLOAT, DoubleList.of(reals));
    }

    public static Constant flags(long... flags) {
        return new Constant(LongList.of(flags.length), DataType.BOOL, LongList.of(flags), null);
    }

    public static long[] dims(long... dims) {
        return dims;
    }

    /** 0, 1, 2, ... */
    public static Constant counted(long... dims) {
        long elements = Constant.elements(LongList.of(dims));
        return table(dims, LongStream.range(0, elements).toArray());
    }

    public static final Constant TABLE = table(dims(2, 3), 1, 2, 3, 4, 5, 6);

    private FoldCases() {}

    public static Constant typed(DataType type, long... integers) {
        return new Constant(LongList.of(integers.length), type, LongArrayList.wrap(integers), null);
    }

    public static Constant scalar(double real) {
        return reals(real).withDims(LongList.of());
    }

    public static Arguments fold(
            String name, String type, Map<String, ?> attributes, Constant expected, Constant... inputs) {
        return Arguments.of(name, type, attributes, expected, List.of(inputs));
    }

    /** Requires that the node has this answer, to the last bit of its elements. */
    public static void require(
            String name, String type, Map<String, ?> attributes, Constant expected, List<Constant> inputs) {
        Constant found = folded(type, attributes, inputs);
        assertThat((Object) found.dims()).as(name).isEqualTo(expected.dims());
        assertThat((Object) found.integers()).as(name).isEqualTo(expected.integers());
        assertThat(found.reals() == null).as(name).isEqualTo(expected.reals() == null);
        for (int at = 0; found.reals() != null && at < found.elements(); at++) {
            assertThat(found.real(at)).as(name + " at " + at).isEqualTo((float) expected.real(at));
        }
    }

    public static Constant folded(String type, Map<String, ?> attributes, List<Constant> inputs) {
        Call call = call(new Allowance(), type, attributes, inputs);
        assertThat(ShapeQueries.answer(call) || ConstantFolds.fold(call))
                .as("folded")
                .isTrue();
        return call.result(0).constant();
    }

    public static Call call(Allowance allowance, String type, Map<String, ?> attributes, List<Constant> inputs) {
        Map<String, Attribute> all = new HashMap<>();
        attributes.forEach((name, value) -> all.put(name, attribute(value)));
        List<String> names = inputs.stream().map(input -> "in").toList();
        List<String> outputs = List.of("Split", "BatchNormalization").contains(type) ? List.of("y", "z") : List.of("y");
        OnnxNode node = new OnnxNode("", type, "", names, outputs, all);
        OnnxGraph graph = new OnnxGraph(List.of(node), Map.of(), List.of(), List.of(), Map.of());
        ImportContext context =
                new ImportContext(new OnnxModel("net.onnx", 17, graph, Map.of()), false, List.of(), allowance);
        return new Call(context, node, null, inputs.stream().map(Operand::of).toList());
    }

    public static Attribute attribute(Object value) {
        LongList integers = value instanceof Integer integer
                ? LongList.of(integer)
                : value instanceof List<?> list
                        ? LongList.of(list.stream()
                                .mapToLong(one -> ((Number) one).longValue())
                                .toArray())
                        : null;
        DoubleList reals = value instanceof Float real ? DoubleList.of((double) real) : null;
        return new Attribute(integers, reals, value instanceof String text ? text : null, null, null, null);
    }
}
