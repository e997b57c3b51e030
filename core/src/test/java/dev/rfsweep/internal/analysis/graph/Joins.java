package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.ConcatPart;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import java.util.Arrays;

/** Operators with several inputs, for networks that tests build by hand. */
public final class Joins {

    private Joins() {}

    /** Puts the inputs one behind the other along dimension {@code dim}. */
    public static Tensor concat(GraphBuilder builder, OutputLabel label, int dim, Tensor... ins) {
        long[] sizes = ins[0].shape().sizes();
        boolean tracked = Arrays.stream(ins).anyMatch(in -> in.shape().tracked(dim));
        DimensionReads[] uses = new DimensionReads[ins.length];
        long offset = 0;
        for (int i = 0; i < ins.length; i++) {
            uses[i] = DimensionReads.same(ins[i]);
            if (tracked) {
                uses[i].follow(dim, dim, new ConcatPart(offset));
            }
            offset = Size.plus(offset, ins[i].shape().size(dim));
        }
        sizes[dim] = offset;
        return builder.add(label, sizes, uses);
    }

    /** Matrix product over the last two dimensions of inputs that agree in the others. */
    public static Tensor matmul(GraphBuilder builder, OutputLabel label, Tensor left, Tensor right) {
        int rank = left.shape().rank();
        long[] sizes = left.shape().sizes();
        sizes[rank - 1] = right.shape().size(rank - 1);
        DimensionReads rows = DimensionReads.of(left, rank).follow(rank - 2, rank - 2, Slide.SAME);
        DimensionReads columns = DimensionReads.of(right, rank).follow(rank - 1, rank - 1, Slide.SAME);
        for (int dim = 0; dim < rank - 2; dim++) {
            rows.follow(dim, dim, Slide.SAME);
            columns.follow(dim, dim, Slide.SAME);
        }
        return builder.add(label, sizes, rows, columns);
    }
}
