package dev.rfsweep.cli;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.OperatorNode;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.Variant;
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
        return of(space.network(variant));
    }

    private static VariantLayers of(Network network) {
        try {
            return new VariantLayers(rows(network), "");
        } catch (GraphException failure) {
            return new VariantLayers(of(network.withoutLast()).rows, Exit.told(failure));
        }
    }

    private static List<LayerRow> rows(Network network) {
        Analysis analysis = Analysis.of(NetworkGraph.of(network), Gates.IGNORE);
        Graph graph = analysis.graph();
        List<LayerRow> rows = new ArrayList<>();
        for (OperatorNode node : network.nodes()) {
            Tensor tensor = graph.find(node.name()).orElseThrow();
            rows.add(LayerRow.of(analysis, tensor, node.operation()));
        }
        return rows;
    }
}
