package dev.rfsweep.onnx;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;

/**
 * A constant: its shape, and its elements in row-major order if they are few and were read. Weights have only a shape.
 *
 * @param dims sizes, none for a scalar
 * @param integers elements of an integer or boolean tensor, else null
 * @param reals elements of a floating-point tensor, else null
 */
record Tensor(LongList dims, LongList integers, DoubleList reals) {

    /** More elements than this are weights, never a shape. */
    static final int MOST_ELEMENTS = 4096;

    static Tensor ofShape(LongList dims) {
        return new Tensor(dims, null, null);
    }

    static Tensor ofIntegers(LongList dims, long... integers) {
        return new Tensor(dims, LongArrayList.wrap(integers), null);
    }

    static Tensor ofReals(LongList dims, double... reals) {
        return new Tensor(dims, null, DoubleList.of(reals));
    }

    /** A tensor of one dimension. */
    static Tensor ofList(long... integers) {
        return ofIntegers(LongList.of(integers.length), integers);
    }

    boolean isKnown() {
        return integers != null || reals != null;
    }

    boolean isReal() {
        return reals != null;
    }

    int rank() {
        return dims.size();
    }

    /** Number of elements, or {@link Long#MAX_VALUE} when that does not fit. */
    long elements() {
        return elements(dims);
    }

    static long elements(LongList dims) {
        long elements = 1;
        for (int at = 0; at < dims.size(); at++) {
            long dim = dims.getLong(at);
            if (dim == 0) {
                return 0;
            }
            elements = dim > Long.MAX_VALUE / elements ? Long.MAX_VALUE : elements * dim;
        }
        return elements;
    }

    double real(int at) {
        return isReal() ? reals.getDouble(at) : integers.getLong(at);
    }

    Tensor withDims(LongList newDims) {
        return new Tensor(newDims, integers, reals);
    }
}
