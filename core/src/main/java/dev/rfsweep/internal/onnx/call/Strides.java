package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.onnx.wire.Constant;
import it.unimi.dsi.fastutil.longs.LongList;

/** Where elements in row-major order lie. Only for tensors of {@link Constant#MOST_ELEMENTS} elements at most. */
public final class Strides {

    private Strides() {}

    /** Elements between neighbours along each dimension. */
    public static int[] of(long... sizes) {
        int[] strides = new int[sizes.length];
        int next = 1;
        for (int dim = sizes.length - 1; dim >= 0; dim--) {
            strides[dim] = next;
            next *= (int) sizes[dim];
        }
        return strides;
    }

    /** Elements between neighbours along each dimension of {@code out} for sizes that are broadcast to it. */
    public static int[] broadcast(long[] sizes, int rank) {
        int[] own = of(sizes);
        int[] strides = new int[rank];
        int shift = rank - own.length;
        for (int dim = 0; dim < own.length; dim++) {
            strides[shift + dim] = sizes[dim] == 1 ? 0 : own[dim];
        }
        return strides;
    }

    /** Where each element of a broadcast to {@code out} comes from. */
    public static int[] broadcast(Constant in, long... out) {
        return sources(0, broadcast(in.dims().toLongArray(), out.length), out);
    }

    /** {@code base} plus index times stride, for every index of {@code sizes} in row-major order. */
    public static int[] sources(int base, int[] strides, long... sizes) {
        int count = (int) Constant.elements(LongList.of(sizes));
        int[] sources = new int[count];
        int[] index = new int[sizes.length];
        int at = base;
        for (int element = 0; element < count; element++) {
            sources[element] = at;
            for (int dim = sizes.length - 1; dim >= 0; dim--) {
                at += strides[dim];
                if (++index[dim] < sizes[dim]) {
                    break;
                }
                at -= strides[dim] * index[dim];
                index[dim] = 0;
            }
        }
        return sources;
    }

    /** The index along dimension {@code dim} of element {@code element} of a tensor of {@code sizes}. */
    public static int index(int element, int dim, int[] strides, long... sizes) {
        return element / strides[dim] % (int) sizes[dim];
    }
}
