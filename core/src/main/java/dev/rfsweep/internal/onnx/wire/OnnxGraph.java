package dev.rfsweep.internal.onnx.wire;

import java.util.List;
import java.util.Map;

/**
 * A graph, or the body of a branch or loop.
 *
 * @param values what the file says about tensors between inputs and outputs, which is usually nothing
 */
public record OnnxGraph(
        List<OnnxNode> nodes,
        Map<String, Constant> initializers,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        Map<String, ValueInfo> values) {

    /** What the file says about a tensor, or null. */
    public ValueInfo about(String name) {
        for (ValueInfo input : inputs) {
            if (input.name().equals(name)) {
                return input;
            }
        }
        return values.get(name);
    }
}
