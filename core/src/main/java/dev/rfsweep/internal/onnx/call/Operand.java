package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.wire.Constant;

/**
 * A value of the file: part of the network, or constant, or lost, because it is chosen while the network runs.
 *
 * @param tensor the part of the network, or null
 * @param constant the constant, or null
 * @param lostAt the node from which on the value is not followed, as messages show it, or null
 */
public record Operand(Tensor tensor, Constant constant, String lostAt) {

    public static Operand of(Tensor tensor) {
        return new Operand(tensor, null, null);
    }

    public static Operand of(Constant constant) {
        return new Operand(null, constant, null);
    }

    public static Operand lost(String node) {
        return new Operand(null, null, node);
    }

    public boolean isConstant() {
        return constant != null;
    }

    public boolean isLost() {
        return lostAt != null;
    }

    /** All sizes, a copy; of nothing that is lost. */
    public long[] sizes() {
        return isConstant() ? constant.dims().toLongArray() : tensor.shape().sizes();
    }

    public int rank() {
        return isConstant() ? constant.rank() : tensor.shape().rank();
    }
}
