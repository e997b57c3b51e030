/**
 * One network, exactly: a graph of operators, and what the units of each tensor see of its input.
 *
 * <p>Start at {@link dev.rfsweep.internal.analysis.Graph}: tensors in topological order, which a
 * {@link dev.rfsweep.internal.analysis.GraphBuilder} infers shapes for as it goes. All that matters of an operator is its
 * {@link dev.rfsweep.internal.analysis.Read}s: which input indices an output index reads, axis by axis. A
 * {@link dev.rfsweep.internal.analysis.Shape} remembers which dimensions carry the spatial axes of the input, so that operators which
 * permute, split or flatten dimensions are followed too. A link also says which axes its operator by definition makes one value
 * of; {@link dev.rfsweep.internal.analysis.Gates} decides along these where such a branch joins a map.
 *
 * <p>An {@link dev.rfsweep.internal.analysis.Analysis} goes both ways. Forwards, once and for all tensors, a {@code Walk} takes a
 * {@code Field} an axis through every operator: what units far from the borders see, which is periodic in the unit, told as an
 * {@link dev.rfsweep.internal.analysis.AxisView}. Backwards, {@code Backward} takes one unit to the exact
 * {@link dev.rfsweep.internal.analysis.Region} it sees, every border effect included. The two share no formula, and the tests hold them
 * against each other.
 *
 * <p>May import {@code model} and fastutil.
 */
package dev.rfsweep.internal.analysis;
