package dev.rfsweep.internal.onnx;

import dev.rfsweep.internal.analysis.Tensor;

/**
 * A value of the file: part of the network, or constant, or lost, because it is chosen while the network runs.
 *
 * @param tensor the part of the network, or null
 * @param constant the constant, or null
 * @param lostAt the node from which on the value is not followed, as messages show it, or null
 */
record Operand(Tensor tensor, Constant constant, String lostAt) {

    static Operand of(Tensor tensor) {
        return new Operand(tensor, null, null);
    }

    static Operand of(Constant constant) {
        return new Operand(null, constant, null);
    }

    static Operand lost(String node) {
        return new Operand(null, null, node);
    }

    boolean isConstant() {
        return constant != null;
    }

    boolean isLost() {
        return lostAt != null;
    }

    /** All sizes, a copy; of nothing that is lost. */
    long[] sizes() {
        return isConstant() ? constant.dims().toLongArray() : tensor.shape().sizes();
    }

    int rank() {
        return isConstant() ? constant.rank() : tensor.shape().rank();
    }
}
