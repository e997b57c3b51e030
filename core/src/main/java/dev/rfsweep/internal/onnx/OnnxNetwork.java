package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.wire.ModelReader;
import dev.rfsweep.internal.onnx.wire.OnnxModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The network of an ONNX file.
 *
 * @param graph every tensor that depends on the input
 * @param outputs names of the outputs of the file that are part of the graph
 * @param notes what the user should know about how the file was understood
 */
public record OnnxNetwork(Graph graph, List<String> outputs, List<String> notes) {

    /**
     * Reads the structure of a file, never its weights. Data in other files is not needed.
     *
     * @param name what messages call the file
     * @throws dev.rfsweep.internal.onnx.wire.OnnxException if the file is no ONNX model, or its network cannot be told exactly
     * @throws IOException if it cannot be read
     */
    public static OnnxNetwork read(String name, Path file, ImportOptions options) throws IOException {
        return of(ModelReader.read(name, file), options);
    }

    /** The network of a file that is in memory already. */
    public static OnnxNetwork read(String name, byte[] file, ImportOptions options) {
        return of(ModelReader.read(name, file), options);
    }

    /**
     * Reads and analyses a file.
     *
     * @param gates whether the fields follow branches that see the whole input
     */
    public static Findings analyze(String name, Path file, ImportOptions options, Gates gates) throws IOException {
        try {
            OnnxNetwork network = read(name, file, options);
            Graph graph = network.graph;
            Tensor output =
                    network.outputs.stream().findFirst().flatMap(graph::find).orElseGet(graph::last);
            return Findings.of(name, graph, output, gates, network.notes);
        } catch (GraphException failure) {
            throw failure.in(name);
        }
    }

    private static OnnxNetwork of(OnnxModel model, ImportOptions options) {
        InputBinding input = InputBinding.of(model, options);
        Translation translation = new Translation(model, options, input);
        return translation.run();
    }
}
