package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.model.Size;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Follows the axes through a reshape. Dimensions in row-major order are split into factors, and the factors dealt out to the
 * new dimensions. Whole axes flattened together stay apart inside their dimension, and so do channels beside them in a map
 * of several dimensions, as in a group normalisation that is spelled out; an axis split in two is followed at its outer factor,
 * so that one unit reads a block; an inner factor merged into it makes blocks of equal units. Any other mixture of positions
 * and channels loses the axis, which then counts as seen whole, with a remark.
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
    private final DimensionAxes[] carried;
    private final long[] extents;
    private final Read[] reads;

    Reshaping(int axes, Tensor in, long[] sizes) {
        this.axes = axes;
        this.in = in;
        this.sizes = sizes;
        this.carried = new DimensionAxes[sizes.length];
        Arrays.fill(carried, DimensionAxes.NONE);
        this.extents = new long[axes];
        this.reads = new Read[axes];
        Arrays.fill(extents, 1);
    }

    Tensor tensor(int id, OutputLabel label) {
        deal();
        boolean lost = false;
        for (int axis = 0; axis < axes; axis++) {
            if (reads[axis] == null) {
                reads[axis] = AxisAssignment.every(in.shape().units(axis), extents[axis]);
                lost |= reads[axis] == Every.INDEX;
            }
        }
        String remark = lost
                ? "positions are not followed from " + in.shape() + " to " + new Shape(sizes, carried, extents)
                        + ": a unit counts as seeing all of them"
                : null;
        return new Tensor(
                id, label, new Shape(sizes, carried, extents), List.of(new OperatorInput(in, List.of(reads))), remark);
    }

    /**
     * Pairs dimensions of equal size, known or not, from both ends first; the rest is cut into groups of equal
     * products.
     */
    private void deal() {
        Shape shape = in.shape();
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
                    left = Size.times(left, shape.size(fromEnd++));
                } else {
                    right = Size.times(right, sizes[toEnd++]);
                }
            } while (left != right && (fromEnd < shape.rank() - last || toEnd < sizes.length - last));
            group(from, fromEnd, to, toEnd);
            from = fromEnd;
            to = toEnd;
        }
    }

    private void whole(int from, int to) {
        carried[to] = in.shape().carried(from);
        for (int axis = 0; axis < axes; axis++) {
            if (carried[to].contains(axis)) {
                reads[axis] = Slide.SAME;
                extents[axis] = in.shape().units(axis);
            }
        }
    }

    private void group(int from, int fromEnd, int to, int toEnd) {
        Deque<Factor> factors = new ArrayDeque<>();
        boolean tracked = false;
        for (int dim = from; dim < fromEnd; dim++) {
            tracked |= in.shape().tracked(dim);
            factor(dim, factors);
        }
        if (!tracked) {
            return;
        }
        for (int dim = to; dim < toEnd; dim++) {
            List<Factor> dealt = new ArrayList<>();
            if (!take(sizes[dim], factors, dealt)) {
                return;
            }
            carry(dim, dealt, toEnd - to > 1);
        }
    }

    private void factor(int dim, Deque<Factor> factors) {
        DimensionAxes held = in.shape().carried(dim);
        if (!held.isFlattened()) {
            factors.addLast(new Factor(in.shape().axisOf(dim), in.shape().size(dim), 1));
            return;
        }
        for (int axis : held.order()) {
            long size =
                    axis == DimensionAxes.CHANNELS ? channels(dim) : in.shape().units(axis);
            factors.addLast(new Factor(axis, size, 1));
        }
    }

    /** Channels flattened into dimension {@code dim}: what its positions leave of its size. */
    private long channels(int dim) {
        long positions = 1;
        for (int axis = 0; axis < axes; axis++) {
            positions = in.shape().carried(dim).contains(axis)
                    ? Size.times(positions, in.shape().units(axis))
                    : positions;
        }
        return positions < 1 ? Size.UNKNOWN : in.shape().size(dim) / positions;
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

    /** Follows the axes among {@code dealt} where that is possible. */
    private void carry(int dim, List<Factor> dealt, boolean mapGoesOn) {
        long positions = dealt.stream().filter(factor -> factor.axis() >= 0).count();
        if (positions == 0) {
            return;
        }
        Factor outer = dealt.get(0);
        boolean whole = dealt.stream().allMatch(factor -> factor.block() == 1);
        if (whole && positions == dealt.size()) {
            keep(dim, dealt);
        } else if (dealt.size() == 1) {
            carried[dim] = DimensionAxes.of(outer.axis());
            reads[outer.axis()] = new Slide(outer.block(), outer.block(), 1, 0);
            extents[outer.axis()] = outer.size();
        } else if (positions == 1 && outer.axis() >= 0 && outer.block() == 1) {
            long block = sizes[dim] / outer.size();
            carried[dim] = DimensionAxes.of(outer.axis());
            reads[outer.axis()] = new Transposed(block, block, 1, 0);
            extents[outer.axis()] = sizes[dim];
        } else if (whole && mapGoesOn && channelsTogether(dealt)) {
            keep(dim, dealt);
        }
    }

    /** Keeps whole axes flattened together, with channels at one place among them at most. */
    private void keep(int dim, List<Factor> dealt) {
        boolean before = false;
        for (Factor factor : dealt) {
            boolean channels = factor.axis() < 0;
            if (!channels) {
                carried[dim] = carried[dim].with(factor.axis());
                reads[factor.axis()] = Slide.SAME;
                extents[factor.axis()] = factor.size();
            } else if (!before) {
                carried[dim] = carried[dim].with(DimensionAxes.CHANNELS);
            }
            before = channels;
        }
    }

    private static boolean channelsTogether(List<Factor> dealt) {
        int places = 0;
        for (int i = 0; i < dealt.size(); i++) {
            boolean begins = i == 0 || dealt.get(i - 1).axis() >= 0;
            places += begins && dealt.get(i).axis() < 0 ? 1 : 0;
        }
        return places == 1;
    }
}
