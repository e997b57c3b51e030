/**
 * How the outputs of an operator read its input along one axis.
 *
 * <p>Start at {@link dev.rfsweep.internal.analysis.reads.Read}: windows, transposed windows, resizing, padding by pixels of the
 * input, parts of a concatenation, everything. A {@link dev.rfsweep.internal.analysis.reads.ReadPattern} lists the indices that one
 * output reads far from the borders, where reads are periodic; {@link dev.rfsweep.internal.analysis.reads.ReadBack} takes whole
 * {@link dev.rfsweep.internal.analysis.reads.IntervalSet}s of outputs to the inputs that exist.
 */
package dev.rfsweep.internal.analysis.reads;
