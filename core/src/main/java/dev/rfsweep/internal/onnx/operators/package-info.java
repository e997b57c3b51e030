/**
 * How the nodes of each ONNX operator become part of the network.
 *
 * <p>Start at {@link dev.rfsweep.internal.onnx.operators.Operators}, the table from names to
 * {@link dev.rfsweep.internal.onnx.operators.NodeTranslator}s. Beside it stands a class for each family of operators, such as
 * {@code Windows} or {@code Elementwise}: it reads attributes, by version where the specification changed, and says through the graph
 * builder which positions the output reads.
 */
package dev.rfsweep.internal.onnx.operators;
