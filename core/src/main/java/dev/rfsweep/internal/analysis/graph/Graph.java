package dev.rfsweep.internal.analysis.graph;

import java.util.List;
import java.util.Optional;

/** A network: tensors in topological order, each with the operator that makes it. Immutable. */
public final class Graph {

    private final int axes;
    private final List<Tensor> tensors;

    Graph(int axes, List<Tensor> tensors) {
        this.axes = axes;
        this.tensors = List.copyOf(tensors);
    }

    /** Number of spatial axes, in array order: {@code [w]}, {@code [h, w]} or {@code [d, h, w]}. */
    public int axes() {
        return axes;
    }

    /** The tensor that fields are measured in. */
    public Tensor input() {
        return tensors.get(0);
    }

    /** The last tensor. */
    public Tensor last() {
        return tensors.get(tensors.size() - 1);
    }

    /** All tensors in topological order, the input first. */
    public List<Tensor> tensors() {
        return tensors;
    }

    /** The tensor of that name. */
    public Optional<Tensor> find(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }
}
