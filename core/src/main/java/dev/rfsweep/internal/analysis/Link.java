package dev.rfsweep.internal.analysis;

/** One input of an operator: where it comes from, and how it is read along every spatial axis. */
public final class Link {

    final Tensor source;
    final Read[] reads;

    /** Axes, a bit each, that the operator by definition makes one value of. */
    final int reduced;

    Link(Tensor source, Read[] reads) {
        this(source, reads, 0);
    }

    Link(Tensor source, Read[] reads, int reduced) {
        this.source = source;
        this.reads = reads;
        this.reduced = reduced;
    }

    /** The tensor that is read. */
    public Tensor source() {
        return source;
    }

    /** How output units read it along {@code axis}. */
    public Read read(int axis) {
        return reads[axis];
    }
}
