package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.ImportContext;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.operators.NodeTranslator;
import dev.rfsweep.internal.onnx.wire.Constant;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.List;

/** The shape of weights that are computed from weights: the same operator, in a network that is thrown away. */
final class WeightShapes {

    private WeightShapes() {}

    static void infer(Call call, ImportContext context, NodeTranslator operator) {
        GraphBuilder scratch = new GraphBuilder(1);
        scratch.input("", 1, 1);
        List<Operand> operands = new ArrayList<>();
        for (int at = 0; at < call.inputs(); at++) {
            Operand operand = call.has(at) ? call.operand(at) : null;
            boolean data = at == 0 || (operand != null && !operand.constant().isKnown());
            operands.add(operand != null && data ? weights(scratch, operand) : operand);
        }
        if (operands.isEmpty() || operands.get(0) == null) {
            throw call.fail("found no input, expected one");
        }
        Call inner = new Call(context, call.node(), scratch, operands);
        operator.apply(inner);
        for (int output = 0; output < call.node().outputs().size(); output++) {
            if (inner.result(output) != null) {
                call.output(
                        output,
                        Operand.of(Constant.ofShape(
                                LongList.of(inner.result(output).sizes()))));
            }
        }
    }

    private static Operand weights(GraphBuilder scratch, Operand operand) {
        Tensor tensor = scratch.constant(OutputLabel.of("", "Constant"), operand.sizes());
        return Operand.of(tensor);
    }
}
