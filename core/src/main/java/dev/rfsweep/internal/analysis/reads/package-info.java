/**
 * How the outputs of an operator read its input along one axis.
 *
 * <p>Start at {@link dev.rfsweep.internal.analysis.reads.Read} and its kinds: windows, transposed windows, resizing, padding by
 * pixels of the input, parts of a concatenation, everything. Sets of indices are
 * {@link dev.rfsweep.internal.analysis.reads.IntervalSet}s.
 */
package dev.rfsweep.internal.analysis.reads;
