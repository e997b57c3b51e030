package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import java.util.Arrays;

/**
 * How an operator uses one of its inputs, dimension by dimension: which input dimension an output dimension follows, and
 * how. Input dimensions that no output dimension follows are read whole.
 */
public final class DimensionReads {

    /** The tensor that is read, or null for a constant, which is not followed. */
    final Tensor source;

    /** Input dimension that each output dimension follows, or -1. */
    final int[] from;

    final Read[] reads;

    /** Input dimensions that the operator by definition makes one value of. */
    int[] reduced = {};

    private DimensionReads(Tensor source, int rank) {
        this.source = source;
        this.from = new int[rank];
        this.reads = new Read[rank];
        Arrays.fill(from, -1);
    }

    /** Nothing followed yet, for an output of {@code rank} dimensions; {@code source} is null for a constant. */
    public static DimensionReads of(Tensor source, int rank) {
        return new DimensionReads(source, rank);
    }

    /** Every dimension index for index. */
    public static DimensionReads same(Tensor source) {
        DimensionReads use =
                new DimensionReads(source, source == null ? 0 : source.shape().rank());
        for (int dim = 0; dim < use.from.length; dim++) {
            use.follow(dim, dim, Slide.SAME);
        }
        return use;
    }

    /** Lets output dimension {@code out} follow input dimension {@code in}; the last word on {@code out} holds. */
    public DimensionReads follow(int out, int in, Read read) {
        from[out] = in;
        reads[out] = read;
        return this;
    }

    /**
     * Says that the operator is global by definition over the input dimensions {@code dims}: a global pool, a mean, statistics.
     * Where a branch joins a map again, {@link dev.rfsweep.internal.analysis.fields.Gates} decides about it along the axes that were reduced so.
     */
    public DimensionReads reducing(int... dims) {
        reduced = dims.clone();
        return this;
    }
}
