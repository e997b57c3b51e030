package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.call.Call;

/** DynamicQuantizeLinear: scale and zero point come from the smallest and largest element of the whole tensor. */
final class Quantizing {

    private Quantizing() {}

    /** As with normalisations, what sees everything and scales the map is a branch of its own. */
    static void dynamic(Call call) {
        GraphBuilder builder = call.builder();
        Tensor in = call.tensor(0);
        int[] all = Reducing.behind(0, in.shape().rank());
        Tensor statistics = builder.reduce(call.label("statistics"), in, true, all);
        call.output(builder.pointwise(call.label(), in, statistics));
        for (int output = 1; output < call.node().outputs().size(); output++) {
            if (call.wants(output)) {
                call.output(output, builder.reduce(call.label(output), in, false, all));
            }
        }
    }
}
