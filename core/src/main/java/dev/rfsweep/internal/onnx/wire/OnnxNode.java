package dev.rfsweep.internal.onnx.wire;

import java.util.List;
import java.util.Map;

/**
 * One operator of a graph.
 *
 * @param name as in the file, may be empty
 * @param type operator, for instance {@code Conv}
 * @param domain of the operator, empty for the operators of ONNX itself
 * @param inputs names of tensors, empty where an optional one is left out
 * @param outputs names of tensors, empty where one is not wanted
 */
public record OnnxNode(
        String name,
        String type,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes) {

    /** What a user calls it: its name, or that of its first output where the file has shortened names. */
    public String label() {
        if (!name.isEmpty()) {
            return name;
        }
        return outputs.isEmpty() ? "" : outputs.get(0);
    }

    /** The operator with its domain, as a message shows it. */
    public String qualifiedType() {
        return domain.isEmpty() ? type : domain + "." + type;
    }

    /** Name of an input, or the empty string if it is left out. */
    public String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }
}
