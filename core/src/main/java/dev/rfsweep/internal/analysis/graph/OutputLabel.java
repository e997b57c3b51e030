package dev.rfsweep.internal.analysis.graph;

/**
 * What users call the output of one operator.
 *
 * @param node name of the operator's node
 * @param op kind of operator, as users know it: {@code Conv}
 * @param tensor name of the output tensor
 */
public record OutputLabel(String node, String op, String tensor) {

    /** A node with one output of the same name. */
    public static OutputLabel of(String name, String op) {
        return new OutputLabel(name, op, name);
    }

    /** The node as messages name it. */
    public String describe() {
        return "node '" + node + "' (" + op + ")";
    }
}
