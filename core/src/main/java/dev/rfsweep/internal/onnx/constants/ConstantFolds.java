package dev.rfsweep.internal.onnx.constants;

import static java.util.Map.entry;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sub-graphs that only compute shapes, pads or positions: operators over small constants, evaluated. */
public final class ConstantFolds {

    /** Sets the outputs of a call whose inputs are all constants, or returns false if it cannot tell them. */
    @FunctionalInterface
    interface Fold {
        boolean fold(Call call);
    }

    private static final Map<String, Fold> FOLDS = new HashMap<>(Map.ofEntries(
            entry("Constant", ConstantFolds::constant),
            entry("ConstantOfShape", ConstantFolds::constantOfShape),
            entry("Range", ConstantFolds::range),
            entry("Identity", call -> same(call, call.operand(0).constant().dims())),
            entry("Reshape", call -> same(call, LongList.of(SizeRules.reshaped(call, call.sizes(0))))),
            entry("Flatten", call -> same(call, LongList.of(SizeRules.flattened(call, call.sizes(0))))),
            entry("Squeeze", ConstantFolds::squeeze),
            entry("Unsqueeze", ConstantFolds::unsqueeze)));

    /** Operators whose output shape is known although elements of their inputs were not read. */
    private static final Map<String, Fold> SHAPES = Map.of(
            "BatchNormalization", ConstantFolds::batch,
            "Range", call -> done(call, Constant.ofShape(LongList.of(Size.UNKNOWN))),
            "NonZero", call -> done(call, Constant.ofShape(LongList.of(Math.max(call.rank(0), 1), Size.UNKNOWN))));

    static {
        FOLDS.putAll(ArithmeticFolds.ALL);
        FOLDS.putAll(ReducingFolds.ALL);
        FOLDS.putAll(MovingFolds.ALL);
        FOLDS.putAll(IndexFolds.ALL);
    }

    private ConstantFolds() {}

    public static boolean fold(Call call) {
        OnnxNode node = call.node();
        if (!node.domain().isEmpty()) {
            return false;
        }
        boolean known =
                call.operands().stream().allMatch(operand -> operand.constant().isKnown());
        Fold fold = FOLDS.get(node.type());
        if (known && fold != null && call.affords(cost(call)) && fold.fold(call)) {
            return true;
        }
        Fold shape = SHAPES.get(node.type());
        return shape != null && shape.fold(call);
    }

    /** Elements that are read, and about as many that are made. */
    private static long cost(Call call) {
        long cost = 0;
        for (Operand operand : call.operands()) {
            cost += operand.constant().elements();
        }
        return 2 * cost;
    }

    static boolean done(Call call, Constant constant) {
        call.output(0, Operand.of(constant));
        return true;
    }

    /** A result with too many elements to be a shape: only its sizes are kept. */
    static boolean onlySizes(Call call, long... sizes) {
        return done(call, Constant.ofShape(LongList.of(sizes)));
    }

    /** Whether constants of {@code sizes} are too large to be shapes, or more than a file may ask for in all. */
    static boolean tooMany(Call call, long... sizes) {
        long elements = Constant.elements(LongList.of(sizes));
        return elements > Constant.MOST_ELEMENTS || !call.affords(elements);
    }

    private static boolean same(Call call, LongList dims) {
        Constant in = call.operand(0).constant();
        boolean open = dims.contains(Size.UNKNOWN);
        return done(call, open ? Constant.ofShape(dims, in.type()) : in.withDims(dims));
    }

    private static boolean constant(Call call) {
        for (Map.Entry<String, Attribute> entry : call.node().attributes().entrySet()) {
            Attribute value = entry.getValue();
            switch (entry.getKey()) {
                case "value" -> {
                    if (value.tensor() == null) {
                        throw call.fail("found no tensor in attribute value, expected one");
                    }
                    return done(call, value.tensor());
                }
                case "value_int" -> {
                    return done(call, Constant.scalar(call.integer("value_int", 0)));
                }
                case "value_ints" -> {
                    LongList all = call.integers("value_ints");
                    return done(call, Constant.ofIntegers(LongList.of(all.size()), all));
                }
                case "value_float", "value_floats" -> {
                    boolean scalar = entry.getKey().equals("value_float");
                    DoubleList reals = value.reals() == null ? DoubleList.of() : value.reals();
                    LongList dims = scalar ? LongList.of() : LongList.of(reals.size());
                    return done(call, Constant.ofReals(dims, DataType.FLOAT, reals));
                }
                case "value_string" -> {
                    return done(call, Constant.ofShape(LongList.of()));
                }
                default -> {}
            }
        }
        throw call.fail("found no value that rfsweep reads, expected value, value_int, value_float or a list of them");
    }

    private static boolean constantOfShape(Call call) {
        long[] sizes = SizeRules.sizes(call, 0, "sizes");
        Attribute value = call.attribute("value");
        Constant element =
                value == null ? Constant.ofReals(LongList.of(1), DataType.FLOAT, DoubleList.of(0)) : value.tensor();
        if (element == null || !element.isKnown() || element.elements() != 1 || tooMany(call, sizes)) {
            return onlySizes(call, sizes);
        }
        LongList dims = LongList.of(sizes);
        return done(call, element.pick(dims, new int[(int) Constant.elements(dims)]));
    }

    private static boolean range(Call call) {
        return call.operand(0).constant().isReal() ? realRange(call) : wholeRange(call);
    }

    private static boolean wholeRange(Call call) {
        long first = call.knownInteger(0, "bounds");
        long limit = call.knownInteger(1, "bounds");
        long step = call.knownInteger(2, "bounds");
        if (step == 0) {
            throw call.fail("found a step of 0, expected another");
        }
        long distance = Math.subtractExact(limit, first);
        long count = Math.max(0, -Math.floorDiv(-distance, step));
        if (tooMany(call, count)) {
            return onlySizes(call, count);
        }
        Elements all = new Elements(call.operand(0).constant().type(), (int) count);
        for (int at = 0; at < count; at++) {
            all.set(at, first + at * step);
        }
        return done(call, all.in(LongList.of(count)));
    }

    /** Step by step, as runtimes do: every sum is rounded. */
    private static boolean realRange(Call call) {
        Constant start = call.operand(0).constant();
        for (int bound = 0; bound < 3; bound++) {
            call.requireCount("bounds", (int) call.operand(bound).constant().elements(), 1);
        }
        double next = start.real(0);
        double step = call.operand(2).constant().real(0);
        double distance = start.type().rounded(call.operand(1).constant().real(0) - next);
        double steps = Math.ceil(distance / step);
        if (Double.isNaN(steps)) {
            throw call.needsSize("bounds depend");
        }
        long count = (long) Math.max(0, steps);
        if (tooMany(call, count)) {
            return onlySizes(call, count);
        }
        Elements all = new Elements(start.type(), (int) count);
        for (int at = 0; at < count; at++) {
            all.set(at, next);
            next = start.type().rounded(next + step);
        }
        return done(call, all.in(LongList.of(count)));
    }

    private static boolean squeeze(Call call) {
        long[] in = call.sizes(0);
        return same(call, LongList.of(SizeRules.pick(in, SizeRules.squeezed(call, in))));
    }

    private static boolean unsqueeze(Call call) {
        long[] in = call.sizes(0);
        return same(call, LongList.of(SizeRules.pick(in, SizeRules.unsqueezed(call, in.length))));
    }

    /** Weights that are standardised with statistics of their own: the same sizes, and statistics by channel. */
    private static boolean batch(Call call) {
        long[] in = call.sizes(0);
        long[] channels = Arrays.copyOfRange(in, Math.min(1, in.length), Math.min(2, in.length));
        for (int output = 0; output < call.node().outputs().size(); output++) {
            call.output(output, Operand.of(Constant.ofShape(LongList.of(output == 0 ? in : channels))));
        }
        return true;
    }
}
