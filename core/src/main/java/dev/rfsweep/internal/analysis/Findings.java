package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is told of one network.
 *
 * @param name what messages and pictures call it
 * @param analysis fields of all tensors, and the exact regions of single units
 * @param layers what operators compute from the input, in topological order
 * @param output the main output of the network
 * @param remarks what there is to say about tensors, by their id
 * @param notices what the user should know about how the network was read
 */
public record Findings(
        String name,
        Analysis analysis,
        List<Tensor> layers,
        Tensor output,
        Map<Integer, List<String>> remarks,
        List<String> notices) {

    public Findings {
        layers = List.copyOf(layers);
        remarks = Collections.unmodifiableMap(new TreeMap<>(remarks));
        notices = List.copyOf(notices);
    }

    /**
     * Analyses {@code graph}.
     *
     * @param gates whether the fields follow branches that see the whole input
     * @throws GraphException when a field does not fit into a {@code long}
     */
    public static Findings of(String name, Graph graph, Tensor output, Gates gates, List<String> notices) {
        Analysis analysis = Analysis.of(graph, gates);
        List<Tensor> layers = graph.tensors().stream()
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
        remarks.replaceAll((tensor, texts) -> List.copyOf(texts));
        return new Findings(name, analysis, layers, output, remarks, notices);
    }

    /**
     * Analyses one network of a space.
     *
     * @param gates whether the fields follow branches that see the whole input
     */
    public static Findings of(String name, Network network, Gates gates) {
        try {
            Graph graph = NetworkGraph.of(network);
            return of(name, graph, graph.last(), gates, List.of());
        } catch (GraphException failure) {
            throw failure.in(name);
        }
    }

    public Graph graph() {
        return analysis.graph();
    }

    /** Names of the spatial axes. */
    public List<String> axes() {
        int axes = graph().axes();
        return IntStream.range(0, axes)
                .mapToObj(axis -> Column.axisName(axis, axes))
                .toList();
    }

    /** What there is to say about {@code tensor}. */
    public List<String> remarks(Tensor tensor) {
        return remarks.getOrDefault(tensor.id(), List.of());
    }

    /** What units of {@code tensor} see, axis by axis. */
    public List<AxisView> views(Tensor tensor) {
        return IntStream.range(0, graph().axes())
                .mapToObj(axis -> analysis.view(tensor, axis))
                .toList();
    }
}
