package dev.rfsweep.onnx;

import dev.rfsweep.network.Tensor;

/**
 * A value of the file: part of the network, or constant.
 *
 * @param tensor the part of the network, or null
 * @param constant the constant, or null
 */
record Operand(Tensor tensor, Constant constant) {

    static Operand of(Tensor tensor) {
        return new Operand(tensor, null);
    }

    static Operand of(Constant constant) {
        return new Operand(null, constant);
    }

    boolean isConstant() {
        return constant != null;
    }

    /** All sizes, a copy. */
    long[] sizes() {
        return isConstant() ? constant.dims().toLongArray() : tensor.shape().sizes();
    }

    int rank() {
        return isConstant() ? constant.rank() : tensor.shape().rank();
    }
}
