package dev.rfsweep.network;

import java.util.Arrays;

/**
 * How an operator uses one of its inputs, dimension by dimension: which input dimension an output dimension follows, and
 * how. Input dimensions that no output dimension follows are read whole.
 */
public final class Use {

    final Tensor source;

    /** Input dimension that each output dimension follows, or -1. */
    final int[] from;

    final Read[] reads;

    private Use(Tensor source, int rank) {
        this.source = source;
        this.from = new int[rank];
        this.reads = new Read[rank];
        Arrays.fill(from, -1);
    }

    /** Nothing followed yet, for an output of {@code rank} dimensions. */
    public static Use of(Tensor source, int rank) {
        return new Use(source, rank);
    }

    /** Every dimension index for index. */
    public static Use same(Tensor source) {
        Use use = new Use(source, source.shape().rank());
        for (int dim = 0; dim < use.from.length; dim++) {
            use.follow(dim, dim, Read.SAME);
        }
        return use;
    }

    /** Lets output dimension {@code out} follow input dimension {@code in}; the last word on {@code out} holds. */
    public Use follow(int out, int in, Read read) {
        from[out] = in;
        reads[out] = read;
        return this;
    }
}
