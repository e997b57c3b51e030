package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the operators that rearrange do to sizes, for maps and for constants alike. Unknown sizes stay unknown. */
public final class SizeRules {

    private static final int AXES_BECAME_INPUT = 13;

    private SizeRules() {}

    /** Axes by attribute or, in later versions, by input; null when there are none. */
    static LongList axes(Call call) {
        LongList attribute = call.integers("axes");
        if (attribute != null) {
            return attribute;
        }
        return call.has(1) && call.opset() >= AXES_BECAME_INPUT ? call.knownIntegers(1, "axes") : null;
    }

    /** The sizes that a Reshape asks for. */
    public static long[] reshaped(Call call, long... in) {
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
                out[dim] = size == Constant.UNKNOWN ? Size.UNKNOWN : size;
            }
        }
        infer(call, open, in, out);
        return out;
    }

    private static void infer(Call call, int open, long[] in, long... out) {
        boolean known = Size.product(in) >= 0 && Size.product(out) >= 0;
        if (open >= 0) {
            out[open] = known && Size.product(out) > 0 ? Size.product(in) / Size.product(out) : Size.UNKNOWN;
        }
        if (known && Size.product(in) != Size.product(out)) {
            throw call.fail("found an input of " + LongList.of(in) + ", which does not reshape to "
                    + call.integerInput(1, "sizes"));
        }
        for (long size : out) {
            if (size < Size.UNKNOWN) {
                throw call.fail("found a size of " + size + ", expected at least -1");
            }
        }
    }

    public static long[] flattened(Call call, long... in) {
        long axis = call.integer("axis", 1);
        int split = axis == in.length ? in.length : call.dim(axis, in.length);
        return new long[] {
            Size.product(Arrays.copyOf(in, split)), Size.product(Arrays.copyOfRange(in, split, in.length))
        };
    }

    /** For each dimension behind a Squeeze, the one before it. */
    public static int[] squeezed(Call call, long... in) {
        LongList axes = axes(call);
        IntSet gone = new IntOpenHashSet();
        for (int dim = 0; dim < in.length; dim++) {
            if (axes == null && in[dim] == 1) {
                gone.add(dim);
            }
        }
        if (axes != null) {
            for (int dim : call.dims(axes, in.length)) {
                if (in[dim] != 1 && in[dim] != Size.UNKNOWN) {
                    throw call.fail("found a size of " + in[dim] + " in dimension " + dim + ", expected 1");
                }
                gone.add(dim);
            }
        }
        return IntStream.range(0, in.length).filter(dim -> !gone.contains(dim)).toArray();
    }

    /** For each dimension behind an Unsqueeze, the one before it, or -1 where it is new. */
    public static int[] unsqueezed(Call call, int rank) {
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
    public static long[] pick(long[] in, int... from) {
        return Arrays.stream(from).mapToLong(dim -> dim < 0 ? 1 : in[dim]).toArray();
    }

    /** The order of a Transpose: which input dimension each output dimension is. */
    public static int[] order(Call call, int rank) {
        LongList perm = call.integers("perm");
        int[] order = new int[rank];
        if (perm == null) {
            Arrays.setAll(order, dim -> rank - 1 - dim);
            return order;
        }
        call.requireCount("entries in perm", perm.size(), rank);
        return call.dims(perm, rank);
    }

    /** Sizes that the constant {@code input} holds, unknown ones as {@link Size#UNKNOWN}. */
    public static long[] sizes(Call call, int input, String name) {
        long[] sizes = call.integerInput(input, name).toLongArray();
        for (int dim = 0; dim < sizes.length; dim++) {
            if (sizes[dim] == Constant.UNKNOWN) {
                sizes[dim] = Size.UNKNOWN;
            } else if (sizes[dim] < 0) {
                throw call.fail("found a size of " + sizes[dim] + ", expected at least 0");
            }
        }
        return sizes;
    }

    /** Where each part of a Split begins, and behind the last where it ends; null when the size is not known. */
    public static long[] cuts(Call call, long size) {
        int parts = call.node().outputs().size();
        LongList stated = call.integers("split");
        if (stated == null && call.has(1)) {
            stated = call.knownIntegers(1, "parts");
        }
        if (stated == null && size == Size.UNKNOWN) {
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
        if (size != Size.UNKNOWN && cuts[parts] != size) {
            throw call.fail("found parts " + each + " of a size of " + size + ", expected parts that add up");
        }
        return cuts;
    }

    /** Equal parts, the last one smaller where the size does not divide. */
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

    /** The sizes that all {@code operands} are broadcast to, aligned at the last dimension. */
    public static long[] broadcast(Call call, List<Operand> operands) {
        int rank = operands.stream().mapToInt(Operand::rank).max().orElse(0);
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        for (Operand operand : operands) {
            long[] own = operand.sizes();
            for (int dim = 0; dim < own.length; dim++) {
                int at = rank - own.length + dim;
                sizes[at] = joined(call, sizes[at], own[dim]);
            }
        }
        return sizes;
    }

    /** A size that is not known can only be 1 or what it is joined with, so it gives way to any known size but 1. */
    private static long joined(Call call, long one, long other) {
        if (one == other || other == 1) {
            return one;
        }
        if (one == 1 || one == Size.UNKNOWN) {
            return other;
        }
        if (other == Size.UNKNOWN) {
            return one;
        }
        throw call.fail("found sizes " + one + " and " + other + ", expected sizes that can be broadcast together");
    }

    /**
     * Along the other dimensions an output reads the line of its own index, so the indices must not have more lines
     * than the data.
     */
    public static void requireWithin(Call call, int dim, long[] in, long... out) {
        call.requireCount("dimensions of the indices", out.length, in.length);
        for (int other = 0; other < in.length; other++) {
            if (other != dim && in[other] != Size.UNKNOWN && out[other] > in[other]) {
                throw call.fail("found indices of " + LongList.of(out) + " into " + LongList.of(in)
                        + ", expected no more of them along dimension " + other);
            }
        }
    }

    /** Checks and completes {@code sizes} by those of one more part, and returns its size along {@code dim}. */
    public static long requireAlike(Call call, long[] sizes, int dim, long... part) {
        for (int other = 0; other < sizes.length; other++) {
            if (other == dim || part[other] == Size.UNKNOWN) {
                continue;
            }
            if (sizes[other] == Size.UNKNOWN) {
                sizes[other] = part[other];
            } else if (sizes[other] != part[other]) {
                throw call.fail("found parts of " + sizes[other] + " and " + part[other] + " along dimension " + other
                        + ", expected equal sizes");
            }
        }
        return part[dim];
    }

    /** The reduced dimensions, or null when nothing is to be done. */
    public static int[] reduced(Call call) {
        LongList axes = call.integers("axes");
        if (axes == null && call.has(1)) {
            axes = call.knownIntegers(1, "axes");
        }
        if (axes != null && !axes.isEmpty()) {
            return call.dims(axes, call.rank(0));
        }
        return call.flag("noop_with_empty_axes", false) ? null : dimsFrom(0, call.rank(0));
    }

    /** The dimensions from {@code first} to the last of {@code rank}. */
    public static int[] dimsFrom(int first, int rank) {
        return IntStream.range(first, rank).toArray();
    }

    /** Sizes one behind the other. */
    public static long[] joined(long[]... parts) {
        return Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
    }

    /** The sizes of a Gather: {@code indices} in place of dimension {@code dim}. */
    public static long[] gathered(long[] in, int dim, long... indices) {
        return joined(Arrays.copyOf(in, dim), indices, Arrays.copyOfRange(in, dim + 1, in.length));
    }
}
