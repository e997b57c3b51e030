package dev.rfsweep.internal.analysis.graph;

import java.util.List;

/** The input of a network or one output of an operator: what it is called, its shape, and what it is made of. */
public final class Tensor {

    private final int id;
    private final OutputLabel label;
    private final Shape shape;
    private final List<OperatorInput> links;

    private final String remark;

    /** Keeps {@code links}, which the caller must not change afterwards. */
    Tensor(int id, OutputLabel label, Shape shape, List<OperatorInput> links, String remark) {
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
    public List<OperatorInput> links() {
        return links;
    }

    /** What of the positions could not be followed, as a sentence for users; null where nothing was lost. */
    public String remark() {
        return remark;
    }

    @Override
    public String toString() {
        return label.tensor() + shape;
    }
}
