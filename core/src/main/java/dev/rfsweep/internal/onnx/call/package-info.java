/**
 * One node that is translated or evaluated.
 *
 * <p>A {@link dev.rfsweep.internal.onnx.call.Call} is a node with its inputs looked up, each an
 * {@link dev.rfsweep.internal.onnx.call.Operand}: part of the network, or a constant. It reads attributes, checks them and takes the
 * outputs. {@link dev.rfsweep.internal.onnx.call.SizeRules} and {@link dev.rfsweep.internal.onnx.call.SliceRange} say what operators do to
 * sizes, for parts of the network and for constants alike.
 */
package dev.rfsweep.internal.onnx.call;
