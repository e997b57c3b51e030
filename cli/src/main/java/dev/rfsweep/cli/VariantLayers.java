package dev.rfsweep.cli;

import dev.rfsweep.model.Network;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.Gates;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.network.NetworkGraph;
import dev.rfsweep.network.Tensor;
import dev.rfsweep.space.Space;
import dev.rfsweep.space.Variant;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a variant as far as they can be told of.
 *
 * @param rows one a layer
 * @param end why there are no more, or empty when these are all
 */
record VariantLayers(List<LayerRow> rows, String end) {

    /** All layers; of a network that cannot be built those before the one that breaks it. */
    static VariantLayers of(Space space, Variant variant) {
        List<Integer> blocks = lengths(space, variant);
        return of(space.network(variant), blocks);
    }

    /** How many layers each block of {@code variant} has. */
    static List<Integer> lengths(Space space, Variant variant) {
        return space.layers(variant).stream().map(List::size).toList();
    }

    private static VariantLayers of(Network network, List<Integer> blocks) {
        try {
            return new VariantLayers(rows(network, blocks), "");
        } catch (GraphException failure) {
            int layers = network.layers().size() - 1;
            Network shorter = new Network(
                    network.rank(),
                    network.size(),
                    network.channels(),
                    network.layers().subList(0, layers));
            return new VariantLayers(of(shorter, blocks).rows, failure.getMessage());
        }
    }

    private static List<LayerRow> rows(Network network, List<Integer> blocks) {
        Analysis analysis = Analysis.of(NetworkGraph.of(network, blocks), Gates.IGNORE);
        List<String> ops = LayerOps.of(network.layers(), network.channels());
        List<LayerRow> rows = new ArrayList<>();
        for (Tensor tensor : analysis.graph().tensors()) {
            if (tensor != analysis.graph().input()) {
                rows.add(LayerRow.of(analysis, tensor, ops.get(rows.size())));
            }
        }
        return rows;
    }
}
