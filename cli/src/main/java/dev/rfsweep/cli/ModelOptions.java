package dev.rfsweep.cli;

import dev.rfsweep.net.Network;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.Gates;
import dev.rfsweep.network.Graph;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.network.NetworkGraph;
import dev.rfsweep.network.Tensor;
import dev.rfsweep.onnx.Assumption;
import dev.rfsweep.onnx.ImportOptions;
import dev.rfsweep.onnx.Layout;
import dev.rfsweep.onnx.OnnxNetwork;
import dev.rfsweep.space.Space;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How one network is read and analysed. */
final class ModelOptions {

    private static final Map<String, Assumption> ASSUMPTIONS =
            Map.of("identity", Assumption.IDENTITY, "global", Assumption.GLOBAL);

    /** Reads {@code --gates}. */
    static final class GatesConverter extends LowerCase<Gates> {
        GatesConverter() {
            super(Gates.class);
        }
    }

    /** Reads {@code --layout}. */
    static final class LayoutConverter extends LowerCase<Layout> {
        LayoutConverter() {
            super(Layout.class);
        }
    }

    @Option(
            names = "--gates",
            paramLabel = "WHAT",
            converter = GatesConverter.class,
            description = "ignore: fields are those without squeeze-excite and other gates, with a note (default);"
                    + " follow: a gate sees the whole input.")
    private Gates gates = Gates.IGNORE;

    @Option(
            names = "--size",
            paramLabel = "N[,N...]",
            description = "Size of the input, one for all axes or one for each, instead of what the model says.")
    private String size;

    @Option(
            names = "--assume",
            paramLabel = "NAME=WHAT",
            description = "What an unknown operator of an ONNX file does, by the name of the node or of the operator:"
                    + " identity (position by position) or global (sees everything). Repeatable.")
    private List<String> assumptions = new ArrayList<>();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            description = "The input of an ONNX file to measure in (default: the first that is a map).")
    private String input;

    @Option(
            names = "--layout",
            paramLabel = "WHERE",
            converter = LayoutConverter.class,
            description = "Where the input of an ONNX file has its channels: channels_first, channels_last or auto"
                    + " (default: auto, channels_first unless they are moved there at once).")
    private Layout layout;

    /**
     * Reads and analyses what {@code text} names.
     *
     * @throws BadInputException when it is no network
     */
    Model read(String text, Console console) {
        SpaceSource source = new SpaceSource(text);
        try {
            return source.isOnnx() ? onnx(source) : text(source, console);
        } catch (GraphException failure) {
            throw new BadInputException(text + ": " + failure.getMessage());
        }
    }

    private Model onnx(SpaceSource source) {
        Path file = source.file().orElseThrow(() -> new BadInputException("no such file: " + source.text()));
        OnnxNetwork network;
        try {
            network = OnnxNetwork.read(source.text(), file, onnxOptions());
        } catch (IOException failure) {
            throw source.unreadable(failure);
        }
        Graph graph = network.graph();
        Tensor output =
                network.outputs().stream().findFirst().flatMap(graph::find).orElseGet(graph::last);
        return Model.of(source.text(), Analysis.of(graph, gates), output, network.notes());
    }

    private ImportOptions onnxOptions() {
        Map<String, Assumption> said = new LinkedHashMap<>();
        for (String text : assumptions) {
            int equals = text.lastIndexOf('=');
            Assumption assumption = equals < 1 ? null : ASSUMPTIONS.get(text.substring(equals + 1));
            if (assumption == null || said.put(text.substring(0, equals), assumption) != null) {
                throw new BadInputException("--assume: found '" + text + "', expected NAME=identity or NAME=global,"
                        + " with every name once");
            }
        }
        return new ImportOptions(
                size == null ? List.of() : sizes(),
                input == null ? "" : input,
                layout == null ? Layout.AUTO : layout,
                said);
    }

    private Model text(SpaceSource source, Console console) {
        if (!assumptions.isEmpty() || input != null || layout != null) {
            String option = !assumptions.isEmpty() ? "--assume" : input != null ? "--input" : "--layout";
            throw new BadInputException(option + " is for ONNX files: found " + source.text());
        }
        Space space = source.read(console).space();
        if (!space.variants().equals(BigInteger.ONE)) {
            throw new BadInputException(source.text() + ": found " + space.variants()
                    + " variants, expected one network; 'rfsweep show SPACE ID' tells of one variant, and with --emit"
                    + " arch writes it as a space of its own");
        }
        Network network = space.network(space.automaton().unrank(BigInteger.ZERO));
        Graph graph = NetworkGraph.of(sized(network));
        return Model.of(source.text(), Analysis.of(graph, gates), graph.last(), List.of());
    }

    private Network sized(Network network) {
        if (size == null) {
            return network;
        }
        List<Integer> sizes = sizes().stream().map(Math::toIntExact).toList();
        if (sizes.size() == 1) {
            sizes = Collections.nCopies(network.rank(), sizes.get(0));
        }
        if (sizes.size() != network.rank()) {
            throw new BadInputException("--size: found '" + size + "', expected one size or " + network.rank());
        }
        return new Network(network.rank(), sizes, network.channels(), network.trunk());
    }

    private List<Long> sizes() {
        return Numbers.parse("--size", size, 1, Integer.MAX_VALUE);
    }
}
