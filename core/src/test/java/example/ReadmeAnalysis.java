package example;

import dev.rfsweep.Layer;
import dev.rfsweep.NetworkAnalysis;
import dev.rfsweep.model.AxisView;
import java.io.IOException;
import java.nio.file.Path;

/** Tells what the layers of an ONNX file see. */
final class ReadmeAnalysis {

    private ReadmeAnalysis() {}

    public static void main(String[] args) throws IOException {
        NetworkAnalysis net = NetworkAnalysis.read(Path.of(args[0]));
        for (Layer layer : net.layers()) {
            AxisView height = layer.axes().get(0);
            System.out.println(layer.name() + ": " + height.rf() + " pixels, from " + height.start() + " on");
        }
    }
}
