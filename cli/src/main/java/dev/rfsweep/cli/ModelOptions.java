package dev.rfsweep.cli;

import dev.rfsweep.model.Network;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.Gates;
import dev.rfsweep.network.Graph;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.network.NetworkGraph;
import dev.rfsweep.space.Space;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Option;

/** How one network is read and analysed. */
final class ModelOptions {

    /** Reads {@code --gates}. */
    static final class GatesConverter extends LowerCase<Gates> {
        GatesConverter() {
            super(Gates.class);
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

    /**
     * Reads and analyses what {@code text} names.
     *
     * @throws BadInputException when it is no network
     */
    Model read(String text, Console console) {
        SpaceSource source = new SpaceSource(text);
        try {
            return text(source, console);
        } catch (GraphException failure) {
            throw new BadInputException(text + ": " + failure.getMessage());
        }
    }

    private Model text(SpaceSource source, Console console) {
        Space space = source.read(console).space();
        if (!space.variants().equals(BigInteger.ONE)) {
            throw new BadInputException(source.text() + ": found " + space.variants()
                    + " variants, expected one network; 'rfsweep show SPACE ID' tells of one variant, and with --emit"
                    + " arch writes it as a space of its own");
        }
        Network network = space.network(space.automaton().unrank(BigInteger.ZERO));
        Graph graph = NetworkGraph.of(sized(network));
        return new Model(source.text(), Analysis.of(graph, gates), graph.last(), List.of());
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
        return new Network(network.rank(), sizes, network.channels(), network.layers());
    }

    private List<Long> sizes() {
        return Numbers.parse("--size", size, 1, Integer.MAX_VALUE);
    }
}
