package dev.rfsweep.network;

/** One input of an operator: where it comes from, and how it is read along every spatial axis. */
public final class Link {

    final Tensor source;
    final Read[] reads;

    Link(Tensor source, Read[] reads) {
        this.source = source;
        this.reads = reads;
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
