/**
 * The bytes of an ONNX file as records.
 *
 * <p>Start at {@link dev.rfsweep.internal.onnx.wire.ModelReader}, which returns an
 * {@link dev.rfsweep.internal.onnx.wire.OnnxModel}. {@code WireReader} reads protocol buffers without generated classes and trusts
 * no length, count or depth in them; the readers beside it each know the fields of one message. Nodes, shapes and
 * {@link dev.rfsweep.internal.onnx.wire.Constant}s of few elements are kept, weights are skipped, so that a file costs what its graph
 * costs. {@link dev.rfsweep.internal.onnx.wire.OnnxException} is what every part of the import throws.
 */
package dev.rfsweep.internal.onnx.wire;
