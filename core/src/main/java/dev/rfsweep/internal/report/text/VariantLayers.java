package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.NetworkGraph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.net.Network;
import dev.rfsweep.internal.net.OperatorNode;
import dev.rfsweep.model.RfsweepException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The layers of a variant, up to the first that cannot be built.
 *
 * @param rows one a layer
 * @param end why there are no more, or empty when these are all
 */
public record VariantLayers(List<LayerRow> rows, String end) {

    /**
     * All layers; of a network that cannot be built those before the one that breaks it.
     *
     * @param told how a refusal is told
     */
    public static VariantLayers of(Network network, Function<RfsweepException, String> told) {
        try {
            return new VariantLayers(rows(network), "");
        } catch (GraphException failure) {
            return new VariantLayers(of(network.withoutLast(), told).rows, told.apply(failure));
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
