package dev.rfsweep.internal.report;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.graph.Tensor;

/** A picture of one network: how the receptive field grows from layer to layer, and where it looks. */
public final class Picture {

    private Picture() {}

    /**
     * SVG text, 800 pixels wide and as high as it takes, for light and for dark pages. Equal networks give equal bytes.
     *
     * @param title what the network is called
     * @param output the main output of the network; where it sees everything, the last map before it is drawn
     * @throws dev.rfsweep.internal.analysis.graph.GraphException when there is nothing to draw, as in a network of dense layers
     */
    public static String of(String title, Analysis analysis, Tensor output) {
        return Sheet.of(SceneReader.read(title, analysis, output));
    }
}
