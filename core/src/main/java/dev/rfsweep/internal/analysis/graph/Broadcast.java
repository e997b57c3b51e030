package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Read;
import java.util.Arrays;

/** Operators whose inputs are broadcast against each other, aligned at the last dimension. */
final class Broadcast {

    private Broadcast() {}

    static Tensor of(GraphBuilder builder, OutputLabel label, Tensor... ins) {
        int rank = Arrays.stream(ins).mapToInt(in -> in.shape().rank()).max().orElse(0);
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        for (Tensor in : ins) {
            widen(label, sizes, rank, in);
        }
        DimensionReads[] uses =
                Arrays.stream(ins).map(in -> use(label, in, sizes)).toArray(DimensionReads[]::new);
        return builder.add(label, sizes, uses);
    }

    static Tensor matmul(GraphBuilder builder, OutputLabel label, Tensor left, Tensor right) {
        int rank = Math.max(left.shape().rank(), right.shape().rank());
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        widen(label, sizes, rank - 2, left);
        widen(label, sizes, rank - 2, right);
        int leftRank = left.shape().rank();
        int rightRank = right.shape().rank();
        sizes[rank - 2] = left.shape().size(leftRank - 2);
        sizes[rank - 1] = right.shape().size(rightRank - 1);
        DimensionReads rows = batches(left, sizes).follow(rank - 2, leftRank - 2, Read.SAME);
        DimensionReads columns = batches(right, sizes).follow(rank - 1, rightRank - 1, Read.SAME);
        return builder.add(label, sizes, rows, columns);
    }

    /** How {@code in} is read when it is broadcast to {@code sizes}. */
    static DimensionReads use(OutputLabel label, Tensor in, long... sizes) {
        if (in.shape().rank() > sizes.length) {
            requireRank(label, in, sizes.length);
        }
        return follow(in, sizes, sizes.length);
    }

    static void requireRank(OutputLabel label, Tensor in, int rank) {
        if (in.shape().rank() != rank) {
            throw new GraphException("node '" + label.node() + "' (" + label.op() + ") needs an input of " + rank
                    + " dimensions, " + in.name() + " is " + in.shape());
        }
    }

    private static DimensionReads batches(Tensor in, long[] sizes) {
        return follow(in, sizes, sizes.length - 2);
    }

    /** Follows the first {@code dims} output dimensions. */
    private static DimensionReads follow(Tensor in, long[] sizes, int dims) {
        DimensionReads use = DimensionReads.of(in, sizes.length);
        int shift = sizes.length - in.shape().rank();
        for (int dim = Math.max(shift, 0); dim < dims; dim++) {
            boolean single = in.shape().size(dim - shift) == 1 && sizes[dim] != 1;
            use.follow(dim, dim - shift, single ? Read.BROADCAST : Read.SAME);
        }
        return use;
    }

    private static void widen(OutputLabel label, long[] sizes, int dims, Tensor in) {
        int shift = sizes.length - in.shape().rank();
        for (int dim = shift; dim < dims; dim++) {
            long size = in.shape().size(dim - shift);
            if (sizes[dim] == 1 || (sizes[dim] == Shape.UNKNOWN && size > 1)) {
                sizes[dim] = size;
            } else if (size > 1 && size != sizes[dim]) {
                throw new GraphException("node '" + label.node() + "' (" + label.op() + ") cannot join " + in.name()
                        + " of " + in.shape() + " with inputs of " + sizes[dim] + " along dimension " + dim);
            }
        }
    }
}
