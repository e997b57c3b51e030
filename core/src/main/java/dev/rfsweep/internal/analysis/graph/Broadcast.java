package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import java.util.Arrays;

/** Operators whose inputs are broadcast against each other, aligned at the last dimension. */
final class Broadcast {

    private Broadcast() {}

    static Tensor of(GraphBuilder builder, OutputLabel label, Tensor... ins) {
        int rank = Arrays.stream(ins).mapToInt(in -> in.shape().rank()).max().orElse(0);
        long[] sizes = new long[rank];
        Arrays.fill(sizes, 1);
        for (Tensor in : ins) {
            widen(label, sizes, in);
        }
        DimensionReads[] uses =
                Arrays.stream(ins).map(in -> use(label, in, sizes)).toArray(DimensionReads[]::new);
        return builder.add(label, sizes, uses);
    }

    /** How {@code in} is read when it is broadcast to {@code sizes}. */
    static DimensionReads use(OutputLabel label, Tensor in, long... sizes) {
        if (in.shape().rank() > sizes.length) {
            throw new GraphException(label.describe() + " needs an input of " + sizes.length + " dimensions, "
                    + in.name() + " is " + in.shape());
        }
        DimensionReads use = DimensionReads.of(in, sizes.length);
        int shift = sizes.length - in.shape().rank();
        for (int dim = shift; dim < sizes.length; dim++) {
            boolean single = in.shape().size(dim - shift) == 1 && sizes[dim] != 1;
            use.follow(dim, dim - shift, single ? Slide.BROADCAST : Slide.SAME);
        }
        return use;
    }

    private static void widen(OutputLabel label, long[] sizes, Tensor in) {
        int shift = sizes.length - in.shape().rank();
        for (int dim = shift; dim < sizes.length; dim++) {
            long size = in.shape().size(dim - shift);
            if (sizes[dim] == 1 || (sizes[dim] == Size.UNKNOWN && size > 1)) {
                sizes[dim] = size;
            } else if (size > 1 && size != sizes[dim]) {
                throw new GraphException(label.describe() + " cannot join " + in.name() + " of " + in.shape()
                        + " with inputs of " + sizes[dim] + " along dimension " + dim);
            }
        }
    }
}
