package dev.rfsweep.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Follows the axes through a reshape. Dimensions in row-major order are split into factors, and the factors dealt out to the
 * new dimensions. Whole axes flattened together stay apart inside their dimension; an axis split in two is followed at
 * its outer factor, so that one unit reads a block; an inner factor merged into it makes blocks of equal units. Any
 * other mixture of positions and channels loses the axis, which then counts as seen whole.
 */
final class Reshaping {

    /**
     * A factor of a dimension.
     *
     * @param axis the axis, or -1
     * @param block units of the axis that one index reads, more than 1 where it was split
     */
    private record Factor(int axis, long size, long block) {}

    private final int axes;
    private final Tensor in;
    private final long[] sizes;
    private final int[] carried;
    private final long[] extents;
    private final Read[] reads;
    private boolean flattened = true;

    Reshaping(int axes, Tensor in, long[] sizes) {
        this.axes = axes;
        this.in = in;
        this.sizes = sizes;
        this.carried = new int[sizes.length];
        this.extents = new long[axes];
        this.reads = new Read[axes];
        Arrays.fill(extents, 1);
    }

    Tensor tensor(int id, Label label) {
        deal();
        boolean lost = false;
        for (int axis = 0; axis < axes; axis++) {
            if (reads[axis] == null) {
                reads[axis] = Wiring.every(in.shape.units(axis), extents[axis]);
                lost |= reads[axis] == Read.EVERY;
            }
        }
        String remark = lost && !flattened
                ? "positions are not followed from " + in.shape + " to " + new Shape(sizes, carried, extents)
                        + ": a unit counts as seeing all of them"
                : null;
        return new Tensor(id, label, new Shape(sizes, carried, extents), new Link[] {new Link(in, reads)}, remark);
    }

    /** Dimensions that agree from both ends first, whatever they hold and even if unknown; then groups of equal products. */
    private void deal() {
        Shape shape = in.shape;
        int first = 0;
        int ends = Math.min(shape.rank(), sizes.length);
        while (first < ends && shape.size(first) == sizes[first]) {
            whole(first, first);
            first++;
        }
        int last = 0;
        while (last < ends - first && shape.size(shape.rank() - 1 - last) == sizes[sizes.length - 1 - last]) {
            last++;
            whole(shape.rank() - last, sizes.length - last);
        }
        int from = first;
        int to = first;
        while (from < shape.rank() - last || to < sizes.length - last) {
            int fromEnd = from;
            int toEnd = to;
            long left = 1;
            long right = 1;
            do {
                boolean growLeft = fromEnd < shape.rank() - last && (left <= right || toEnd == sizes.length - last);
                if (growLeft) {
                    left = times(left, shape.size(fromEnd++));
                } else {
                    right = times(right, sizes[toEnd++]);
                }
            } while (left != right && (fromEnd < shape.rank() - last || toEnd < sizes.length - last));
            group(from, fromEnd, to, toEnd);
            from = fromEnd;
            to = toEnd;
        }
    }

    /** An unknown size makes the product unknown: negative, and equal to no other. */
    private static long times(long product, long size) {
        return product < 0 ? product : size < 0 ? Long.MIN_VALUE : Math.multiplyExact(product, size);
    }

    private void whole(int from, int to) {
        carried[to] = in.shape.carried(from);
        for (int axis = 0; axis < axes; axis++) {
            if (Shape.carries(carried[to], axis)) {
                reads[axis] = Read.SAME;
                extents[axis] = in.shape.units(axis);
            }
        }
    }

    private void group(int from, int fromEnd, int to, int toEnd) {
        Deque<Factor> factors = new ArrayDeque<>();
        boolean tracked = false;
        for (int dim = from; dim < fromEnd; dim++) {
            tracked |= in.shape.tracked(dim);
            factor(dim, factors);
        }
        if (!tracked) {
            return;
        }
        for (int dim = to; dim < toEnd; dim++) {
            List<Factor> dealt = new ArrayList<>();
            if (!take(sizes[dim], factors, dealt)) {
                flattened = false;
                return;
            }
            // All of a map in one dimension is meant to be seen whole; a map that lives on in several is not.
            flattened &= carry(dim, dealt) || toEnd - to == 1;
        }
    }

    private void factor(int dim, Deque<Factor> factors) {
        int packed = in.shape.carried(dim);
        if (!Shape.composite(packed)) {
            factors.addLast(new Factor(packed - 1, in.shape.size(dim), 1));
            return;
        }
        Deque<Factor> inside = new ArrayDeque<>();
        for (int rest = packed; rest != 0; rest >>>= 4) {
            int axis = (rest & 15) - 1;
            inside.addFirst(new Factor(axis, in.shape.units(axis), 1));
        }
        factors.addAll(inside);
    }

    /** Takes factors of product {@code size} off the front, splitting the last one if need be. */
    private static boolean take(long size, Deque<Factor> factors, List<Factor> dealt) {
        long need = size;
        while (need != 1) {
            Factor factor = factors.pollFirst();
            if (factor == null || factor.size() < 1 || need < 1) {
                return false;
            }
            if (factor.size() == 1) {
                continue;
            }
            if (need % factor.size() == 0) {
                dealt.add(factor);
                need /= factor.size();
            } else if (factor.size() % need == 0) {
                long inner = factor.size() / need;
                dealt.add(new Factor(factor.axis(), need, inner));
                factors.addFirst(new Factor(-1, inner, 1));
                need = 1;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether the axes among {@code dealt} are followed. */
    private boolean carry(int dim, List<Factor> dealt) {
        long positions = dealt.stream().filter(factor -> factor.axis() >= 0).count();
        if (positions == 0) {
            return true;
        }
        Factor outer = dealt.get(0);
        boolean whole = dealt.stream().allMatch(factor -> factor.axis() >= 0 && factor.block() == 1);
        if (whole) {
            for (Factor factor : dealt) {
                carried[dim] = Shape.pack(carried[dim], factor.axis());
                reads[factor.axis()] = Read.SAME;
                extents[factor.axis()] = factor.size();
            }
        } else if (dealt.size() == 1) {
            carried[dim] = Shape.pack(0, outer.axis());
            reads[outer.axis()] = new Read.Slide(outer.block(), outer.block(), 1, 0);
            extents[outer.axis()] = outer.size();
        } else if (positions == 1 && outer.axis() >= 0 && outer.block() == 1) {
            long block = sizes[dim] / outer.size();
            carried[dim] = Shape.pack(0, outer.axis());
            reads[outer.axis()] = new Read.Transposed(block, block, 1, 0);
            extents[outer.axis()] = sizes[dim];
        } else {
            return false;
        }
        return true;
    }
}
