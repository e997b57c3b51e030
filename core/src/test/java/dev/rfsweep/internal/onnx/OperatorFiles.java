package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.model.AxisView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files of one operator from {@code x} to {@code y}, and what its output sees in a line of text. */
public final class OperatorFiles {

    private OperatorFiles() {}

    /** Sizes of {@code x}. */
    public static long[] x() {
        return new long[] {1, 4, 16, 16};
    }

    public static OnnxFile one(int opset, String type, Map<String, ?> attributes) {
        return OnnxFile.of(opset, x(), type, attributes);
    }

    public static OnnxFile weighted(int opset, String type, Map<String, ?> attributes, long... weights) {
        return new OnnxFile(opset).input("x", x()).weights("w", weights).node(type, "x w", "y", attributes);
    }

    /** A node whose second input is a list of integers. */
    public static OnnxFile listed(int opset, String type, Map<String, ?> attributes, long... list) {
        return new OnnxFile(opset).input("x", x()).integers("list", list).node(type, "x list", "y", attributes);
    }

    /** Shape of {@code y}, and along each axis what a unit sees; once where the axes agree. */
    public static String summary(OnnxNetwork network, Gates gates) {
        Analysis analysis = Analysis.of(network.graph(), gates);
        Tensor y = network.graph().find("y").orElseThrow();
        String[] names = {"h ", "w "};
        List<String> axes = new ArrayList<>();
        for (int axis = 0; axis < network.graph().axes(); axis++) {
            axes.add(summary(analysis.view(y, axis)));
        }
        if (axes.stream().distinct().count() == 1) {
            return y.shape() + " " + axes.get(0);
        }
        return y.shape() + " " + names[0] + axes.get(0) + ", " + names[1] + axes.get(1);
    }

    private static String summary(AxisView view) {
        if (view.kind() != AxisView.Kind.LOCAL) {
            return view.kind().toString().toLowerCase(Locale.ROOT);
        }
        String rf = view.rfMin() == view.rf() ? "" + view.rf() : view.rfMin() + ".." + view.rf();
        String stride = view.strideDen() == 1 ? "" + view.stride() : view.stride() + "/" + view.strideDen();
        return "rf " + rf + " stride " + stride + " start " + view.start();
    }
}
