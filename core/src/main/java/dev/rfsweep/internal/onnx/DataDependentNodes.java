package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.OnnxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes that are not followed, as their output is chosen by values while the network runs, and all nodes that work
 * with such output.
 */
final class DataDependentNodes {

    /** For each node that chooses by values, the number of nodes behind it that are left out. */
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    /**
     * Leaves {@code call} out if it chooses, or works with what was chosen; then all its outputs are lost.
     *
     * @param assumed whether the user says what it does, so that it need not choose
     */
    boolean leavesOut(Call call, boolean assumed) {
        String node = null;
        for (Operand operand : call.operands()) {
            node = node == null ? operand.lostAt() : node;
        }
        if (node == null && (assumed || !chooses(call.node()))) {
            return false;
        }
        if (node == null) {
            node = Call.describe(call.node());
            leftOut.put(node, 0);
        } else {
            leftOut.merge(node, 1, Integer::sum);
        }
        for (int output = 0; output < call.node().outputs().size(); output++) {
            call.output(output, Operand.lost(node));
        }
        return true;
    }

    private static boolean chooses(OnnxNode node) {
        return node.domain().isEmpty() && node.type().equals("NonMaxSuppression");
    }

    void tell(List<String> notes) {
        leftOut.forEach((node, count) -> notes.add(node + " chooses by values, which is not followed; " + count
                + (count == 1 ? " operator" : " operators") + " behind it are left out"));
    }
}
