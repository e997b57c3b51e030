package dev.rfsweep.cli;

import dev.rfsweep.network.Advice;
import dev.rfsweep.network.Adviser;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.AxisView;
import dev.rfsweep.network.Graph;
import dev.rfsweep.network.Note;
import dev.rfsweep.network.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One network, analysed.
 *
 * @param name what the user calls it
 * @param layers what operators compute from the input, in topological order
 * @param output the tensor that the network is there for
 * @param remarks what there is to say about tensors, by their id
 * @param notices what the user should know about how it was read
 */
record Model(
        String name,
        Analysis analysis,
        List<Tensor> layers,
        Tensor output,
        Map<Integer, List<String>> remarks,
        List<String> notices) {

    static Model of(String name, Analysis analysis, Tensor output, List<String> notices) {
        List<Tensor> layers = analysis.graph().tensors().stream()
                .filter(tensor -> !tensor.links().isEmpty())
                .toList();
        Map<Integer, List<String>> remarks = new TreeMap<>();
        for (Tensor tensor : layers) {
            for (Note note : analysis.notes(tensor)) {
                remarks.computeIfAbsent(tensor.id(), any -> new ArrayList<>()).add(note.text());
            }
        }
        for (Advice advice : Adviser.advise(analysis)) {
            remarks.computeIfAbsent(advice.tensor().id(), any -> new ArrayList<>())
                    .add(advice.text());
        }
        return new Model(name, analysis, layers, output, remarks, notices);
    }

    Graph graph() {
        return analysis.graph();
    }

    int axes() {
        return graph().axes();
    }

    /** What there is to say about {@code tensor}. */
    List<String> remarks(Tensor tensor) {
        return remarks.getOrDefault(tensor.id(), List.of());
    }

    /**
     * The tensor that the user calls {@code wanted}: by its own name, that of the node that makes it, or the end of either
     * where no other name ends so.
     *
     * @throws BadInputException when there is none, or more than one
     */
    Tensor tensor(String wanted) {
        return TensorName.find(this, wanted);
    }

    /** What units of {@code tensor} see, axis by axis. */
    List<AxisView> views(Tensor tensor) {
        List<AxisView> views = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            views.add(analysis.view(tensor, axis));
        }
        return views;
    }
}
