package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.internal.onnx.wire.OnnxNode;

/** What the user says about an operator that rfsweep does not know. */
public enum Assumption {
    /** Works position by position, as activations do. */
    IDENTITY,
    /** Every output depends on everything. */
    GLOBAL;

    /** How to go on after an error about {@code node}. */
    static String hint(OnnxNode node) {
        String kind = OnnxException.shown(node.qualifiedType());
        String name = node.label().isEmpty() ? kind : OnnxException.shown(node.label());
        return "say --assume " + name + "=identity or --assume " + name + "=global to go on (or " + kind
                + " for all of its kind)";
    }
}
