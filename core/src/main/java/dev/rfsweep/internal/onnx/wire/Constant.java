package dev.rfsweep.internal.onnx.wire;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A tensor that does not depend on the input of the network: its shape, and its elements in row-major order if they are
 * few and were read. Weights have only a shape.
 *
 * <p>Shapes of maps are constants too, and the size of a map may be unknown; so may be single elements here.
 *
 * @param dims sizes, none for a scalar, {@link dev.rfsweep.model.Size#UNKNOWN} for unknown ones
 * @param type type of the elements
 * @param integers elements of an integer or boolean tensor, else null; {@link #UNKNOWN} for unknown ones
 * @param reals elements of a floating-point tensor, else null; NaN for unknown ones
 */
public record Constant(LongList dims, DataType type, LongList integers, DoubleList reals) {

    /** More elements than this are weights, never a shape. */
    public static final int MOST_ELEMENTS = 4096;

    /**
     * An element that depends on a size that is not known: a value that no file has reason to hold. It cannot be that
     * of an unknown size, -1, which a Reshape uses as an element.
     */
    public static final long UNKNOWN = Long.MIN_VALUE + 0x5EED;

    public static Constant ofShape(LongList dims) {
        return ofShape(dims, DataType.OTHER);
    }

    public static Constant ofShape(LongList dims, DataType type) {
        return new Constant(dims, type, null, null);
    }

    public static Constant ofIntegers(LongList dims, LongList integers) {
        return new Constant(dims, DataType.INT64, integers, null);
    }

    public static Constant ofReals(LongList dims, DataType type, DoubleList reals) {
        return new Constant(dims, type, null, reals);
    }

    public static Constant scalar(long integer) {
        return ofIntegers(LongList.of(), LongList.of(integer));
    }

    /** A tensor of one dimension. */
    public static Constant ofList(long... integers) {
        return ofIntegers(LongList.of(integers.length), LongArrayList.wrap(integers));
    }

    public boolean isKnown() {
        return integers != null || reals != null;
    }

    public boolean isReal() {
        return reals != null;
    }

    public int rank() {
        return dims.size();
    }

    /** Number of elements, or {@link Long#MAX_VALUE} when that does not fit. */
    public long elements() {
        return elements(dims);
    }

    public static long elements(LongList dims) {
        long elements = 1;
        for (int at = 0; at < dims.size(); at++) {
            long dim = dims.getLong(at);
            if (dim == 0) {
                return 0;
            }
            elements = dim < 0 || dim > Long.MAX_VALUE / elements ? Long.MAX_VALUE : elements * dim;
        }
        return elements;
    }

    /** An element as a real number, NaN if it is not known. */
    public double real(int at) {
        return isReal() ? reals.getDouble(at) : integers.getLong(at) == UNKNOWN ? Double.NaN : integers.getLong(at);
    }

    /** The same elements in other dimensions. */
    public Constant withDims(LongList newDims) {
        return new Constant(newDims, type, integers, reals);
    }

    /** Elements {@code sources} of this tensor in dimensions {@code newDims}. */
    public Constant pick(LongList newDims, int... sources) {
        IntStream from = Arrays.stream(sources);
        return isReal()
                ? ofReals(
                        newDims,
                        type,
                        DoubleList.of(from.mapToDouble(reals::getDouble).toArray()))
                : new Constant(
                        newDims,
                        type,
                        LongList.of(from.mapToLong(integers::getLong).toArray()),
                        null);
    }
}
