package dev.rfsweep.onnx;

/** What the user says about an operator that rfsweep does not know. */
public enum Assumption {
    /** Works position by position, as activations do. */
    IDENTITY,
    /** Every output depends on everything. */
    GLOBAL;

    /** How to go on after an error about {@code node}. */
    static String hint(OnnxNode node) {
        String name = node.label().isEmpty() ? node.qualifiedType() : node.label();
        return "say --assume " + name + "=identity or --assume " + name + "=global to go on (or " + node.qualifiedType()
                + " for all of its kind)";
    }
}
