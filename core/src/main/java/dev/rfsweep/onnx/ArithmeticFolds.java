package dev.rfsweep.onnx;

import static java.util.Map.entry;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Arithmetic over small constants. What depends on an unknown element is unknown. */
final class ArithmeticFolds {

    /** An operator of two numbers, for integers and for real ones. */
    private record Binary(LongBinaryOperator integers, DoubleBinaryOperator reals) {}

    private static final Map<String, Binary> BINARY = Map.ofEntries(
            entry("Add", new Binary(Math::addExact, Double::sum)),
            entry("Sub", new Binary(Math::subtractExact, (a, b) -> a - b)),
            entry("Mul", new Binary(Math::multiplyExact, (a, b) -> a * b)),
            entry("Div", new Binary((a, b) -> a / b, (a, b) -> a / b)),
            entry("Mod", new Binary(Math::floorMod, (a, b) -> a - b * Math.floor(a / b))),
            entry("Max", new Binary(Math::max, Math::max)),
            entry("Min", new Binary(Math::min, Math::min)),
            entry("And", new Binary((a, b) -> a & b, null)),
            entry("Or", new Binary((a, b) -> a | b, null)));

    private static final Map<String, Binary> COMPARISONS = Map.of(
            "Equal", new Binary((a, b) -> a == b ? 1 : 0, (a, b) -> a == b ? 1 : 0),
            "Greater", new Binary((a, b) -> a > b ? 1 : 0, (a, b) -> a > b ? 1 : 0),
            "GreaterOrEqual", new Binary((a, b) -> a >= b ? 1 : 0, (a, b) -> a >= b ? 1 : 0),
            "Less", new Binary((a, b) -> a < b ? 1 : 0, (a, b) -> a < b ? 1 : 0),
            "LessOrEqual", new Binary((a, b) -> a <= b ? 1 : 0, (a, b) -> a <= b ? 1 : 0));

    private static final Map<String, DoubleUnaryOperator> UNARY = Map.of(
            "Floor", Math::floor,
            "Ceil", Math::ceil,
            "Round", Math::rint,
            "Sqrt", Math::sqrt,
            "Abs", Math::abs,
            "Neg", a -> -a,
            "Sign", Math::signum);

    private ArithmeticFolds() {}

    /** The fold of an operator of numbers, or null. */
    static ConstantFolds.Fold named(String operator) {
        if (BINARY.containsKey(operator)) {
            return call -> binary(call, BINARY.get(operator), false);
        }
        if (COMPARISONS.containsKey(operator)) {
            return call -> binary(call, COMPARISONS.get(operator), true);
        }
        return UNARY.containsKey(operator) ? call -> unary(call, UNARY.get(operator)) : null;
    }

    private static boolean done(Call call, Constant constant) {
        call.output(0, Operand.of(constant));
        return true;
    }

    /** Two inputs, or any number for Max and Min, from the left. */
    private static boolean binary(Call call, Binary operator, boolean compares) {
        Constant result = call.operand(0).constant();
        for (int input = 1; input < call.inputs(); input++) {
            Constant next = call.operand(input).constant();
            long[] out = Elementwise.broadcastSizes(call, List.of(Operand.of(result), Operand.of(next)));
            boolean real = result.isReal() || next.isReal();
            if (real != (result.isReal() && next.isReal())
                    || Constant.elements(LongList.of(out)) > Constant.MOST_ELEMENTS) {
                return false;
            }
            int[] left = ConstantFolds.broadcast(result, out);
            int[] right = ConstantFolds.broadcast(next, out);
            if (real && operator.reals() == null) {
                return false;
            }
            result = real
                    ? reals(operator, result, left, next, right, out)
                    : integers(call, operator, result, left, next, right, out);
            result = compares ? flags(result) : result;
        }
        return done(call, result);
    }

    private static Constant reals(Binary operator, Constant a, int[] left, Constant b, int[] right, long... out) {
        double[] results = new double[left.length];
        for (int at = 0; at < results.length; at++) {
            double one = a.real(left[at]);
            double other = b.real(right[at]);
            boolean known = !Double.isNaN(one) && !Double.isNaN(other);
            results[at] = known ? a.type().rounded(operator.reals().applyAsDouble(one, other)) : Double.NaN;
        }
        return Constant.ofReals(LongList.of(out), a.type(), DoubleList.of(results));
    }

    private static Constant integers(
            Call call, Binary operator, Constant a, int[] left, Constant b, int[] right, long... out) {
        long[] results = new long[left.length];
        for (int at = 0; at < results.length; at++) {
            long one = a.integers().getLong(left[at]);
            long other = b.integers().getLong(right[at]);
            if (other == 0
                    && (call.node().type().equals("Div") || call.node().type().equals("Mod"))) {
                throw call.fail("found a division of " + one + " by 0");
            }
            boolean known = one != Constant.UNKNOWN && other != Constant.UNKNOWN;
            results[at] = known ? operator.integers().applyAsLong(one, other) : Constant.UNKNOWN;
        }
        return new Constant(LongList.of(out), a.type(), LongArrayList.wrap(results), null);
    }

    /** The outcome of a comparison as booleans, whatever was compared. */
    private static Constant flags(Constant result) {
        if (!result.isReal()) {
            return new Constant(result.dims(), DataType.BOOL, result.integers(), null);
        }
        long[] flags = result.reals()
                .doubleStream()
                .mapToLong(real -> Double.isNaN(real) ? Constant.UNKNOWN : (long) real)
                .toArray();
        return new Constant(result.dims(), DataType.BOOL, LongArrayList.wrap(flags), null);
    }

    private static boolean unary(Call call, DoubleUnaryOperator operator) {
        Constant in = call.operand(0).constant();
        if (in.isReal()) {
            double[] results = in.reals()
                    .doubleStream()
                    .map(operator)
                    .map(in.type()::rounded)
                    .toArray();
            return done(call, Constant.ofReals(in.dims(), in.type(), DoubleList.of(results)));
        }
        long[] results = in.integers()
                .longStream()
                .map(value -> value == Constant.UNKNOWN ? value : (long) operator.applyAsDouble((double) value))
                .toArray();
        return done(call, new Constant(in.dims(), in.type(), LongArrayList.wrap(results), null));
    }

    static boolean cast(Call call) {
        Constant in = call.operand(0).constant();
        DataType to = DataType.of(call.integer("to", 0));
        if (to == DataType.OTHER) {
            return done(call, Constant.ofShape(in.dims()));
        }
        int count = (int) in.elements();
        if (to.isReal()) {
            double[] reals = new double[count];
            Arrays.setAll(reals, at -> to.rounded(in.real(at)));
            return done(call, Constant.ofReals(in.dims(), to, DoubleArrayList.wrap(reals)));
        }
        long[] integers = new long[count];
        for (int at = 0; at < count; at++) {
            integers[at] = in.isReal() ? whole(in.real(at)) : in.integers().getLong(at);
            boolean known = integers[at] != Constant.UNKNOWN;
            integers[at] = to == DataType.BOOL && known && integers[at] != 0 ? 1 : integers[at];
        }
        return done(call, new Constant(in.dims(), to, LongArrayList.wrap(integers), null));
    }

    private static long whole(double real) {
        return Double.isNaN(real) ? Constant.UNKNOWN : (long) real;
    }

    static boolean not(Call call) {
        Constant in = call.operand(0).constant();
        long[] flags = in.integers()
                .longStream()
                .map(flag -> flag == Constant.UNKNOWN ? flag : 1 - flag)
                .toArray();
        return done(call, new Constant(in.dims(), DataType.BOOL, LongArrayList.wrap(flags), null));
    }

    static boolean where(Call call) {
        long[] out = Elementwise.broadcastSizes(call, call.operands());
        Constant condition = call.operand(0).constant();
        Constant yes = call.operand(1).constant();
        Constant no = call.operand(2).constant();
        if (condition.isReal()
                || yes.isReal()
                || no.isReal()
                || Constant.elements(LongList.of(out)) > Constant.MOST_ELEMENTS) {
            return false;
        }
        int[] flag = ConstantFolds.broadcast(condition, out);
        int[] first = ConstantFolds.broadcast(yes, out);
        int[] second = ConstantFolds.broadcast(no, out);
        long[] results = new long[flag.length];
        for (int at = 0; at < results.length; at++) {
            long chosen = condition.integers().getLong(flag[at]);
            results[at] = chosen == Constant.UNKNOWN
                    ? Constant.UNKNOWN
                    : chosen != 0
                            ? yes.integers().getLong(first[at])
                            : no.integers().getLong(second[at]);
        }
        return done(call, new Constant(LongList.of(out), yes.type(), LongArrayList.wrap(results), null));
    }

    /** Over all elements of a list. */
    static boolean reduce(Call call, double start, DoubleBinaryOperator operator) {
        Constant in = call.operand(0).constant();
        if (in.rank() > 1 || Reducing.dims(call) == null) {
            return false;
        }
        double result = start;
        for (int at = 0; at < in.elements(); at++) {
            result = operator.applyAsDouble(result, in.real(at));
        }
        if (Math.abs(result) > 1L << 53) {
            return false; // integers are exact in a double only so far
        }
        LongList dims = call.flag("keepdims", true) && in.rank() == 1 ? LongList.of(1) : LongList.of();
        return done(
                call,
                in.isReal()
                        ? Constant.ofReals(
                                dims, in.type(), DoubleList.of(in.type().rounded(result)))
                        : new Constant(dims, in.type(), LongList.of(whole(result)), null));
    }
}
