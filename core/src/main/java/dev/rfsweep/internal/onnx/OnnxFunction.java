package dev.rfsweep.internal.onnx;

import java.util.List;
import java.util.Map;

/**
 * An operator that the file defines itself, by nodes.
 *
 * @param defaults values of attributes that a call leaves out
 */
record OnnxFunction(List<String> inputs, List<String> outputs, List<OnnxNode> nodes, Map<String, Attribute> defaults) {

    /** Under what a function is found. */
    record Key(String domain, String name) {}
}
