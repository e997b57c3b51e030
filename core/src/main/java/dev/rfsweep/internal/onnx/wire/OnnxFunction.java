package dev.rfsweep.internal.onnx.wire;

import java.util.List;
import java.util.Map;

/**
 * An operator that the file defines itself, by nodes.
 *
 * @param defaults values of attributes that a call leaves out
 */
public record OnnxFunction(
        List<String> inputs, List<String> outputs, List<OnnxNode> nodes, Map<String, Attribute> defaults) {

    /** Under what a function is found. */
    public record Key(String domain, String name) {}
}
