package dev.rfsweep.cli;

import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.AxisView;
import dev.rfsweep.network.Graph;
import dev.rfsweep.network.Tensor;
import dev.rfsweep.spec.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One network, analysed.
 *
 * @param name what the user calls it
 * @param output the tensor that the network is there for
 * @param notices what the user should know about how it was read
 */
record Model(String name, Analysis analysis, Tensor output, List<String> notices) {

    Graph graph() {
        return analysis.graph();
    }

    int axes() {
        return analysis.graph().axes();
    }

    /**
     * The tensor that the user calls {@code name}: by its own name, or that of the node that makes it.
     *
     * @throws BadInputException when there is none
     */
    Tensor tensor(String name) {
        return graph().find(name).or(() -> ofNode(name)).orElseThrow(() -> {
            List<String> known = graph().tensors().stream().map(Tensor::name).toList();
            return new BadInputException("--at: found '" + name + "', expected a tensor of " + this.name
                    + Nearest.hint(name, known));
        });
    }

    private Optional<Tensor> ofNode(String name) {
        return layers().stream()
                .filter(tensor -> tensor.label().node().equals(name))
                .findFirst();
    }

    /** What units of {@code tensor} see, axis by axis. */
    List<AxisView> views(Tensor tensor) {
        List<AxisView> views = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            views.add(analysis.view(tensor, axis));
        }
        return views;
    }

    /** What the operators compute from the input, in topological order; constants are left out. */
    List<Tensor> layers() {
        return graph().tensors().stream()
                .filter(tensor -> !tensor.links().isEmpty())
                .toList();
    }
}
