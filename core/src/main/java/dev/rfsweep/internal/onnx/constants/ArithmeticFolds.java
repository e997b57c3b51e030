package dev.rfsweep.internal.onnx.constants;

import static java.util.Map.entry;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.constants.Elements.Binary;
import dev.rfsweep.internal.onnx.wire.Attribute;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

/** Arithmetic over small constants, element by element. What depends on an unknown element is unknown. */
final class ArithmeticFolds {

    /** An operator of one number; null where the specification has none for integers. */
    private record Unary(LongUnaryOperator integers, DoubleUnaryOperator reals) {}

    private static final Map<String, Binary> BINARY = Map.ofEntries(
            entry("Add", Binary.ADD),
            entry("Sum", Binary.ADD),
            entry("Sub", Binary.SUBTRACT),
            entry("Mul", Binary.MULTIPLY),
            entry("Div", Binary.DIVIDE),
            entry("Max", Binary.MAX),
            entry("Min", Binary.MIN),
            entry("And", new Binary((a, b) -> a & b, null)),
            entry("Or", new Binary((a, b) -> a | b, null)),
            entry("Xor", new Binary((a, b) -> a ^ b, null)));

    private static final Map<String, Binary> COMPARISONS = Map.of(
            "Equal", new Binary((a, b) -> a == b ? 1 : 0, (a, b) -> a == b ? 1 : 0),
            "Greater", new Binary((a, b) -> a > b ? 1 : 0, (a, b) -> a > b ? 1 : 0),
            "GreaterOrEqual", new Binary((a, b) -> a >= b ? 1 : 0, (a, b) -> a >= b ? 1 : 0),
            "Less", new Binary((a, b) -> a < b ? 1 : 0, (a, b) -> a < b ? 1 : 0),
            "LessOrEqual", new Binary((a, b) -> a <= b ? 1 : 0, (a, b) -> a <= b ? 1 : 0));

    private static final Map<String, Unary> UNARY = Map.of(
            "Floor", new Unary(null, Math::floor),
            "Ceil", new Unary(null, Math::ceil),
            "Round", new Unary(null, Math::rint),
            "Sqrt", new Unary(null, Math::sqrt),
            "Reciprocal", new Unary(null, a -> 1 / a),
            "Exp", new Unary(null, Math::exp),
            "Log", new Unary(null, Math::log),
            "Abs", new Unary(Math::abs, Math::abs),
            "Neg", new Unary(a -> -a, a -> -a),
            "Sign", new Unary(Long::signum, Math::signum));

    /** The remainder with the sign of the divisor, or as in C with that of the dividend. */
    private static final Binary FLOOR_MOD = new Binary(Math::floorMod, (a, b) -> a - b * Math.floor(a / b));

    private static final Binary C_MOD = new Binary((a, b) -> a % b, (a, b) -> a % b);
    private static final Binary POWER = new Binary(ArithmeticFolds::power, Math::pow);

    static final Map<String, ConstantFolds.Fold> ALL = all();

    private ArithmeticFolds() {}

    private static Map<String, ConstantFolds.Fold> all() {
        Map<String, ConstantFolds.Fold> all = new HashMap<>(Map.of(
                "Mod", call -> binary(call, call.flag("fmod", false) ? C_MOD : FLOOR_MOD),
                "Pow", ArithmeticFolds::pow,
                "Mean", ArithmeticFolds::mean,
                "Clip", ArithmeticFolds::clip,
                "Cast",
                        call -> ConstantFolds.done(
                                call, cast(call.operand(0).constant(), DataType.of(call.integer("to", 0)))),
                "Where", ArithmeticFolds::where,
                "Not", ArithmeticFolds::not));
        BINARY.forEach((name, operator) -> all.put(name, call -> binary(call, operator)));
        COMPARISONS.forEach((name, operator) -> all.put(name, call -> compare(call, operator)));
        UNARY.forEach((name, operator) -> all.put(name, call -> unary(call, operator)));
        return all;
    }

    private static boolean binary(Call call, Binary operator) {
        Constant result = joined(call, operator);
        return result != null && ConstantFolds.done(call, result);
    }

    /**
     * All inputs joined from the left: two, or more where the specification allows it. Null when the result is not
     * known.
     */
    private static Constant joined(Call call, Binary operator) {
        Constant result = call.operand(0).constant();
        for (int input = 1; input < call.inputs() && result != null; input++) {
            result = joined(call, operator, result, call.operand(input).constant());
        }
        return result;
    }

    private static Constant joined(Call call, Binary operator, Constant one, Constant other) {
        long[] out = SizeRules.broadcast(call, List.of(Operand.of(one), Operand.of(other)));
        if (one.isReal() != other.isReal() || !operator.takes(one) || ConstantFolds.tooMany(call, out)) {
            return null;
        }
        if (!one.isReal() && divides(call) && other.integers().contains(0)) {
            throw call.fail("found a division by 0");
        }
        int[] left = Strides.broadcast(one, out);
        int[] right = Strides.broadcast(other, out);
        Elements results = new Elements(one.type(), left.length);
        for (int at = 0; at < left.length; at++) {
            results.copy(at, one, left[at]);
            results.join(at, operator, other, right[at]);
        }
        return results.in(LongList.of(out));
    }

    private static boolean divides(Call call) {
        return call.node().type().equals("Div") || call.node().type().equals("Mod");
    }

    /** The outcome as booleans, whatever was compared. */
    private static boolean compare(Call call, Binary operator) {
        Constant outcome = joined(call, operator);
        return outcome != null && ConstantFolds.done(call, cast(outcome, DataType.BOOL));
    }

    /** The exponent may be of another type; what comes out is of the type of the base. */
    private static boolean pow(Call call) {
        Constant base = call.operand(0).constant();
        Constant exponent = call.operand(1).constant();
        boolean real = base.isReal() || exponent.isReal();
        Constant result = joined(
                call,
                POWER,
                real ? cast(base, DataType.DOUBLE) : base,
                real ? cast(exponent, DataType.DOUBLE) : exponent);
        return result != null && ConstantFolds.done(call, cast(result, base.type()));
    }

    private static long power(long base, long exponent) {
        if (base == 1 || exponent == 0) {
            return 1;
        } else if (base == -1) {
            return exponent % 2 == 0 ? 1 : -1;
        } else if (exponent < 0 || base == 0) {
            return base == 0 && exponent < 0 ? Constant.UNKNOWN : 0;
        }
        long power = 1;
        for (long times = 0; times < exponent; times++) {
            power = Math.multiplyExact(power, base);
        }
        return power;
    }

    private static boolean mean(Call call) {
        Constant sum = joined(call, Binary.ADD);
        if (sum == null) {
            return false;
        }
        Elements mean = Elements.of(sum);
        for (int at = 0; at < mean.count(); at++) {
            mean.join(at, Binary.DIVIDE, call.inputs());
        }
        return ConstantFolds.done(call, mean.in(sum.dims()));
    }

    private static boolean unary(Call call, Unary operator) {
        Constant in = call.operand(0).constant();
        Elements results = Elements.of(in);
        for (int at = 0; at < results.count(); at++) {
            if (in.isReal()) {
                results.set(at, operator.reals().applyAsDouble(in.real(at)));
            } else if (operator.integers() == null) {
                return false;
            } else if (in.integers().getLong(at) != Constant.UNKNOWN) {
                results.set(at, operator.integers().applyAsLong(in.integers().getLong(at)));
            }
        }
        return ConstantFolds.done(call, results.in(in.dims()));
    }

    /**
     * Bounds are attributes in early versions, later inputs that may be left out. Where they cross, the upper one
     * holds.
     */
    private static boolean clip(Call call) {
        Constant in = call.operand(0).constant();
        Elements results = Elements.of(in);
        boolean clipped =
                clip(call, results, in, Binary.MAX, "min", 1) && clip(call, results, in, Binary.MIN, "max", 2);
        return clipped && ConstantFolds.done(call, results.in(in.dims()));
    }

    private static boolean clip(Call call, Elements results, Constant in, Binary operator, String name, int input) {
        Attribute stated = call.attribute(name);
        Constant bound = call.has(input)
                ? call.operand(input).constant()
                : stated == null || stated.reals() == null
                        ? null
                        : Constant.ofReals(LongList.of(), DataType.FLOAT, stated.reals());
        if (bound == null) {
            return true;
        }
        if (bound.elements() != 1 || bound.isReal() != in.isReal()) {
            return false;
        }
        for (int at = 0; at < results.count(); at++) {
            results.join(at, operator, bound, 0);
        }
        return true;
    }

    /** {@code in} as another type; only its shape if elements of that type are not read. */
    static Constant cast(Constant in, DataType to) {
        if (to == DataType.OTHER || !in.isKnown()) {
            return Constant.ofShape(in.dims(), to);
        }
        Elements results = new Elements(to, (int) in.elements());
        for (int at = 0; at < results.count(); at++) {
            boolean fits = to.isReal() || to == DataType.BOOL || Math.abs(in.real(at)) <= 0x1p63;
            if (Double.isNaN(in.real(at)) || !fits) {
                results.forget(at);
            } else if (to == DataType.BOOL) {
                results.set(at, in.real(at) == 0 ? 0L : 1L);
            } else if (to.isReal()) {
                results.set(at, in.real(at));
            } else {
                results.set(at, in.isReal() ? (long) in.real(at) : in.integers().getLong(at));
            }
        }
        return results.in(in.dims());
    }

    private static boolean not(Call call) {
        Constant in = call.operand(0).constant();
        if (in.isReal()) {
            return false;
        }
        long[] flags = in.integers()
                .longStream()
                .map(flag -> flag == Constant.UNKNOWN ? flag : 1 - flag)
                .toArray();
        return ConstantFolds.done(call, new Constant(in.dims(), DataType.BOOL, LongArrayList.wrap(flags), null));
    }

    private static boolean where(Call call) {
        long[] out = SizeRules.broadcast(call, call.operands());
        Constant condition = call.operand(0).constant();
        Constant yes = call.operand(1).constant();
        Constant no = call.operand(2).constant();
        if (condition.isReal() || yes.isReal() != no.isReal() || ConstantFolds.tooMany(call, out)) {
            return false;
        }
        int[] flag = Strides.broadcast(condition, out);
        int[] first = Strides.broadcast(yes, out);
        int[] second = Strides.broadcast(no, out);
        Elements results = new Elements(yes.type(), flag.length);
        for (int at = 0; at < flag.length; at++) {
            long chosen = condition.integers().getLong(flag[at]);
            if (chosen == Constant.UNKNOWN) {
                results.forget(at);
            } else {
                results.copy(at, chosen != 0 ? yes : no, chosen != 0 ? first[at] : second[at]);
            }
        }
        return ConstantFolds.done(call, results.in(LongList.of(out)));
    }
}
