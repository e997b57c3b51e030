/**
 * One network, exactly: what the units of each of its tensors see of its input.
 *
 * <p>A {@link dev.rfsweep.internal.analysis.graph.Graph} is the network: tensors in topological order, each with the inputs it
 * is computed from. An {@link dev.rfsweep.internal.analysis.Analysis} of it goes both ways. Forwards, once and for all tensors,
 * it finds what units far from the borders see. Backwards, it takes one unit to the exact region of the input that it sees, every
 * border effect included. The two share no formula, except where units do not repeat, and the tests hold them against each
 * other.
 *
 * <p>The sub-packages, of which each may import those before it:
 *
 * <ol>
 *   <li>{@code reads}: which input indices an output index reads along one axis, forwards and backwards.
 *   <li>{@code graph}: tensors, their shapes, and the builder that follows the spatial axes through every operator.
 *   <li>{@code fields}: forwards, the field of every tensor, and which gates were left out.
 *   <li>{@code regions}: backwards, the region and the profile of one unit.
 *   <li>this package: the analysis as a whole, notes on single tensors, and advice to the designer of the network.
 * </ol>
 *
 * <p>May import {@code model}, {@code net} and fastutil.
 */
package dev.rfsweep.internal.analysis;
