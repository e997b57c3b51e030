package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.Shape;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;

/** What the operators that rearrange do to sizes, for maps and for constants alike. Unknown sizes stay unknown. */
final class Dims {

    private static final int AXES_BECAME_INPUT = 13;

    private Dims() {}

    /** Axes by attribute or, in later versions, by input; null when there are none. */
    static LongList axes(Call call) {
        LongList attribute = call.integers("axes");
        if (attribute != null) {
            return attribute;
        }
        return call.has(1) && call.opset() >= AXES_BECAME_INPUT ? call.knownIntegers(1, "axes") : null;
    }

    /** The sizes that a Reshape asks for. */
    static long[] reshaped(Call call, long... in) {
        LongList wanted = call.integerInput(1, "sizes");
        boolean copyZero = !call.flag("allowzero", false);
        long[] out = new long[wanted.size()];
        int open = -1;
        for (int dim = 0; dim < out.length; dim++) {
            long size = wanted.getLong(dim);
            if (size == -1) {
                if (open >= 0) {
                    throw call.fail("found two sizes of -1 in " + wanted + ", expected one at most");
                }
                open = dim;
                out[dim] = 1;
            } else if (size == 0 && copyZero) {
                if (dim >= in.length) {
                    throw call.fail("found 0 at " + dim + " in " + wanted + ", expected a size: the input has "
                            + in.length + " dimensions");
                }
                out[dim] = in[dim];
            } else {
                out[dim] = size == Constant.UNKNOWN ? Shape.UNKNOWN : size;
            }
        }
        infer(call, open, in, out);
        return out;
    }

    private static void infer(Call call, int open, long[] in, long... out) {
        boolean known = product(in) >= 0 && product(out) >= 0;
        if (open >= 0) {
            out[open] = known && product(out) > 0 ? product(in) / product(out) : Shape.UNKNOWN;
        }
        if (known && product(in) != product(out)) {
            throw call.fail("found an input of " + LongList.of(in) + ", which does not reshape to "
                    + call.integerInput(1, "sizes"));
        }
        for (long size : out) {
            if (size < Shape.UNKNOWN) {
                throw call.fail("found a size of " + size + ", expected at least -1");
            }
        }
    }

    /** Negative when a size is not known. */
    static long product(long... sizes) {
        long product = 1;
        for (long size : sizes) {
            if (size < 0) {
                return Shape.UNKNOWN;
            }
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    static long[] flattened(Call call, long... in) {
        long axis = call.integer("axis", 1);
        int split = axis == in.length ? in.length : call.dim(axis, in.length);
        return new long[] {product(Arrays.copyOf(in, split)), product(Arrays.copyOfRange(in, split, in.length))};
    }

    /** For each dimension behind a Squeeze, the one before it. */
    static int[] squeezed(Call call, long... in) {
        LongList axes = axes(call);
        IntSet gone = new IntOpenHashSet();
        for (int dim = 0; dim < in.length; dim++) {
            if (axes == null && in[dim] == 1) {
                gone.add(dim);
            }
        }
        if (axes != null) {
            for (int dim : call.dims(axes, in.length)) {
                if (in[dim] != 1 && in[dim] != Shape.UNKNOWN) {
                    throw call.fail("found a size of " + in[dim] + " in dimension " + dim + ", expected 1");
                }
                gone.add(dim);
            }
        }
        return java.util.stream.IntStream.range(0, in.length)
                .filter(dim -> !gone.contains(dim))
                .toArray();
    }

    /** For each dimension behind an Unsqueeze, the one before it, or -1 where it is new. */
    static int[] unsqueezed(Call call, int rank) {
        LongList axes = axes(call);
        if (axes == null) {
            throw call.fail("found no axes, expected some");
        }
        int[] from = new int[rank + axes.size()];
        for (int dim : call.dims(axes, from.length)) {
            from[dim] = -1;
        }
        int next = 0;
        for (int dim = 0; dim < from.length; dim++) {
            from[dim] = from[dim] < 0 ? -1 : next++;
        }
        return from;
    }

    /** Sizes of dimensions {@code from}, 1 where that is -1. */
    static long[] pick(long[] in, int... from) {
        return Arrays.stream(from).mapToLong(dim -> dim < 0 ? 1 : in[dim]).toArray();
    }

    /** The order of a Transpose: which input dimension each output dimension is. */
    static int[] order(Call call, int rank) {
        LongList perm = call.integers("perm");
        int[] order = new int[rank];
        if (perm == null) {
            Arrays.setAll(order, dim -> rank - 1 - dim);
            return order;
        }
        call.requireCount("entries in perm", perm.size(), rank);
        return call.dims(perm, rank);
    }

    /** Sizes that the constant {@code input} holds, unknown ones as {@link Shape#UNKNOWN}. */
    static long[] sizes(Call call, int input, String name) {
        long[] sizes = call.integerInput(input, name).toLongArray();
        for (int dim = 0; dim < sizes.length; dim++) {
            if (sizes[dim] == Constant.UNKNOWN) {
                sizes[dim] = Shape.UNKNOWN;
            } else if (sizes[dim] < 0) {
                throw call.fail("found a size of " + sizes[dim] + ", expected at least 0");
            }
        }
        return sizes;
    }

    /** Where each part of a Split begins, and behind the last where it ends; null when the size is not known. */
    static long[] cuts(Call call, long size) {
        int parts = call.node().outputs().size();
        LongList stated = call.integers("split");
        if (stated == null && call.has(1)) {
            stated = call.knownIntegers(1, "parts");
        }
        if (stated == null && size == Shape.UNKNOWN) {
            return null;
        }
        LongList each = stated != null ? stated : equalParts(call, size, parts);
        call.requireCount("parts", each.size(), parts);
        long[] cuts = new long[parts + 1];
        for (int part = 0; part < parts; part++) {
            if (each.getLong(part) < 0) {
                throw call.fail("found parts " + each + ", expected none below 0");
            }
            cuts[part + 1] = Math.addExact(cuts[part], each.getLong(part));
        }
        if (size != Shape.UNKNOWN && cuts[parts] != size) {
            throw call.fail("found parts " + each + " of a size of " + size + ", expected parts that add up");
        }
        return cuts;
    }

    /** All alike, the last one smaller if it must be. */
    private static LongList equalParts(Call call, long size, int parts) {
        long stated = call.integer("num_outputs", parts);
        if (stated != parts) {
            throw call.fail("found num_outputs " + stated + " and " + parts + " outputs, expected as many");
        }
        long each = -Math.floorDiv(-size, (long) parts);
        LongList all = new LongArrayList(parts);
        for (int part = 0; part < parts; part++) {
            all.add(Math.max(0, Math.min(each, size - part * each)));
        }
        return all;
    }
}
