package example;

import dev.rfsweep.NetworkAnalysis;
import dev.rfsweep.internal.analysis.fields.AxisView;
import dev.rfsweep.internal.analysis.graph.Tensor;
import java.io.IOException;
import java.nio.file.Path;

/** Tells what the layers of an ONNX file see. */
final class ReadmeAnalysis {

    private ReadmeAnalysis() {}

    public static void main(String[] args) throws IOException {
        NetworkAnalysis net = NetworkAnalysis.read(Path.of(args[0]));
        for (Tensor layer : net.layers()) {
            AxisView height = net.views(layer).get(0);
            System.out.println(layer.name() + ": " + height.rf() + " pixels, from " + height.start() + " on");
        }
    }
}
