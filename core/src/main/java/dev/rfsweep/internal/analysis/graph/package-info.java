/**
 * A network as a graph of tensors, reduced to what matters for fields: shapes, and how each operator reads its inputs.
 *
 * <p>Start at {@link dev.rfsweep.internal.analysis.graph.GraphBuilder}, which adds one tensor an operator. A caller describes an
 * operator by {@link dev.rfsweep.internal.analysis.graph.DimensionReads}, dimension by dimension; {@code AxisAssignment} turns them
 * into reads by spatial axis ({@link dev.rfsweep.internal.analysis.graph.OperatorInput}) and finds out which axes the output carries
 * where. A {@link dev.rfsweep.internal.analysis.graph.Shape} remembers that, so that operators which permute, split or flatten
 * dimensions are followed too; {@code Reshaping} is the hard case. {@link dev.rfsweep.internal.analysis.graph.NetworkGraph} builds
 * the graph of a network of the {@code net} room.
 */
package dev.rfsweep.internal.analysis.graph;
