package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.graph.Tensor;
import java.util.List;

/**
 * Names of layers in a table. Exporters write the path of the module in front of every name; on a screen the part that all of
 * them share is left out.
 *
 * @param prefix what is left out
 */
record NodeNames(String prefix) {

    /** Names as they are. */
    static final NodeNames WHOLE = new NodeNames("");

    /** Names without the modules that all of {@code layers} are in. */
    static NodeNames within(List<Tensor> layers) {
        if (layers.size() < 2) {
            return WHOLE;
        }
        String first = layers.get(0).label().node();
        int common = first.length();
        for (Tensor layer : layers) {
            common = Math.min(common, common(first, layer.label().node()));
        }
        String shared = first.substring(0, common);
        return new NodeNames(shared.substring(0, Math.max(shared.lastIndexOf('/'), shared.lastIndexOf('.')) + 1));
    }

    /** What {@code layer} is called here. */
    String of(Tensor layer) {
        return layer.label().node().substring(prefix.length());
    }

    private static int common(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
