package dev.rfsweep.internal.analysis;

import java.util.List;

/** The input of a network or one output of an operator: what it is called, its shape, and what it is made of. */
public final class Tensor {

    final int id;
    final OutputLabel label;
    final Shape shape;
    final Link[] links;

    /** What building had to give up, or null. */
    final String remark;

    Tensor(int id, OutputLabel label, Shape shape, Link[] links, String remark) {
        this.id = id;
        this.label = label;
        this.shape = shape;
        this.links = links;
        this.remark = remark;
    }

    /** Place in topological order; the input of the network is 0. */
    public int id() {
        return id;
    }

    /** What users call it. */
    public OutputLabel label() {
        return label;
    }

    /** Name of the tensor. */
    public String name() {
        return label.tensor();
    }

    public Shape shape() {
        return shape;
    }

    /** The tensors it is computed from, without constants; none for the network's input and for constants. */
    public List<Link> links() {
        return List.of(links);
    }

    @Override
    public String toString() {
        return label.tensor() + shape;
    }
}
