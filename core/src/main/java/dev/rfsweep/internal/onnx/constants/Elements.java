package dev.rfsweep.internal.onnx.constants;

import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * The elements of a constant while they are computed, integers or real numbers, rounded as a runtime rounds them. What
 * depends on an unknown element is unknown.
 */
final class Elements {

    /** An operator of two numbers, for integers and for real ones; null where the specification has none. */
    record Binary(LongBinaryOperator integers, DoubleBinaryOperator reals) {

        static final Binary ADD = new Binary(Math::addExact, Double::sum);
        static final Binary SUBTRACT = new Binary(Math::subtractExact, (a, b) -> a - b);
        static final Binary MULTIPLY = new Binary(Math::multiplyExact, (a, b) -> a * b);
        static final Binary DIVIDE = new Binary((a, b) -> a / b, (a, b) -> a / b);
        static final Binary MAX = new Binary(Math::max, Math::max);
        static final Binary MIN = new Binary(Math::min, Math::min);

        boolean takes(Constant operand) {
            return operand.isReal() ? reals != null : integers != null;
        }
    }

    private final DataType type;
    private final long[] integers;
    private final double[] reals;

    Elements(DataType type, int count) {
        this.type = type;
        this.integers = type.isReal() ? null : new long[count];
        this.reals = type.isReal() ? new double[count] : null;
    }

    /** All elements of {@code constant}, to be changed. */
    static Elements of(Constant constant) {
        int count = (int) constant.elements();
        Elements elements = new Elements(constant.type(), count);
        for (int at = 0; at < count; at++) {
            elements.copy(at, constant, at);
        }
        return elements;
    }

    int count() {
        return type.isReal() ? reals.length : integers.length;
    }

    void fill(long number) {
        if (type.isReal()) {
            Arrays.fill(reals, (double) number);
        } else {
            Arrays.fill(integers, number);
        }
    }

    void set(int at, long integer) {
        integers[at] = integer == Constant.UNKNOWN ? integer : type.wrapped(integer);
    }

    void set(int at, double real) {
        reals[at] = type.rounded(real);
    }

    void forget(int at) {
        if (type.isReal()) {
            reals[at] = Double.NaN;
        } else {
            integers[at] = Constant.UNKNOWN;
        }
    }

    /** Takes element {@code source} of {@code from}, which is of the same kind. */
    void copy(int at, Constant from, int source) {
        if (type.isReal()) {
            set(at, from.real(source));
        } else {
            set(at, from.integers().getLong(source));
        }
    }

    /** Takes element {@code from} of these. */
    void repeat(int at, int from) {
        if (type.isReal()) {
            reals[at] = reals[from];
        } else {
            integers[at] = integers[from];
        }
    }

    /** Element {@code at} becomes what {@code operator} makes of it and of {@code number}, for both kinds of elements. */
    void join(int at, Binary operator, long number) {
        if (type.isReal()) {
            join(at, operator, (double) number);
        } else if (integers[at] == Constant.UNKNOWN || number == Constant.UNKNOWN) {
            forget(at);
        } else {
            set(at, operator.integers().applyAsLong(integers[at], number));
        }
    }

    /** The same with element {@code source} of {@code from}, which is of the same kind. */
    void join(int at, Binary operator, Constant from, int source) {
        if (type.isReal()) {
            join(at, operator, from.real(source));
        } else {
            join(at, operator, from.integers().getLong(source));
        }
    }

    private void join(int at, Binary operator, double real) {
        boolean unknown = Double.isNaN(reals[at]) || Double.isNaN(real);
        set(at, unknown ? Double.NaN : operator.reals().applyAsDouble(reals[at], real));
    }

    Constant in(LongList dims) {
        return type.isReal()
                ? Constant.ofReals(dims, type, DoubleArrayList.wrap(reals))
                : new Constant(dims, type, LongArrayList.wrap(integers), null);
    }
}
