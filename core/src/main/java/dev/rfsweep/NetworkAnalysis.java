package dev.rfsweep;

import dev.rfsweep.internal.analysis.Advice;
import dev.rfsweep.internal.analysis.Adviser;
import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.fields.AxisView;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.onnx.ImportOptions;
import dev.rfsweep.internal.onnx.OnnxNetwork;
import dev.rfsweep.internal.report.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the units of one network see, layer by layer. Immutable and safe to share between threads.
 *
 * @param name what messages and pictures call the network
 * @param analysis fields of all tensors, and the exact regions of single units
 * @param layers what operators compute from the input, in topological order
 * @param output the tensor that the network is there for
 * @param remarks what there is to say about tensors, by their id
 * @param notices what the user should know about how the network was read
 */
public record NetworkAnalysis(
        String name,
        Analysis analysis,
        List<Tensor> layers,
        Tensor output,
        Map<Integer, List<String>> remarks,
        List<String> notices) {

    public NetworkAnalysis {
        layers = List.copyOf(layers);
        remarks = Collections.unmodifiableMap(new TreeMap<>(remarks));
        notices = List.copyOf(notices);
    }

    /**
     * Reads the structure of an ONNX file, never its weights, and analyses it. Branches that see the whole input only to
     * gate or to add a statistic are left out of the fields, with a remark.
     *
     * @throws dev.rfsweep.model.RfsweepException when the file is no ONNX model, or its network cannot be told exactly
     * @throws IOException when the file cannot be read
     */
    public static NetworkAnalysis read(Path file) throws IOException {
        return read(file.toString(), file, ImportOptions.NONE, Gates.IGNORE);
    }

    /**
     * The same with more said about it.
     *
     * @param name what messages call the file
     * @param options what the file does not say
     * @param gates whether the fields follow branches that see the whole input
     */
    public static NetworkAnalysis read(String name, Path file, ImportOptions options, Gates gates) throws IOException {
        try {
            OnnxNetwork network = OnnxNetwork.read(name, file, options);
            Graph graph = network.graph();
            Tensor output =
                    network.outputs().stream().findFirst().flatMap(graph::find).orElseGet(graph::last);
            return of(name, Analysis.of(graph, gates), output, network.notes());
        } catch (GraphException failure) {
            throw failure.in(name);
        }
    }

    /**
     * Analyses one network of a space.
     *
     * @param name what messages call it
     */
    public static NetworkAnalysis of(String name, Network network, Gates gates) {
        try {
            Graph graph = NetworkGraph.of(network);
            return of(name, Analysis.of(graph, gates), graph.last(), List.of());
        } catch (GraphException failure) {
            throw failure.in(name);
        }
    }

    private static NetworkAnalysis of(String name, Analysis analysis, Tensor output, List<String> notices) {
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
        remarks.replaceAll((tensor, texts) -> List.copyOf(texts));
        return new NetworkAnalysis(name, analysis, layers, output, remarks, notices);
    }

    public Graph graph() {
        return analysis.graph();
    }

    /** Number of spatial axes. */
    public int axes() {
        return graph().axes();
    }

    /** What there is to say about {@code tensor}. */
    public List<String> remarks(Tensor tensor) {
        return remarks.getOrDefault(tensor.id(), List.of());
    }

    /** What units of {@code tensor} see, axis by axis. */
    public List<AxisView> views(Tensor tensor) {
        List<AxisView> views = new ArrayList<>();
        for (int axis = 0; axis < axes(); axis++) {
            views.add(analysis.view(tensor, axis));
        }
        return List.copyOf(views);
    }

    /**
     * An SVG picture of the layers that lead to the output.
     *
     * @throws dev.rfsweep.model.RfsweepException when there is nothing to draw, as in a network of dense layers
     */
    public String svg() {
        return Picture.of(name, analysis, output);
    }
}
