/**
 * Rows to text: one small class a format.
 *
 * <p>Start at {@link dev.rfsweep.internal.output.TextRows}, which turns batches of the engine into {@link
 * dev.rfsweep.internal.output.Bytes} in parallel; {@link dev.rfsweep.internal.output.Csv}, {@link dev.rfsweep.internal.output.JsonLines} and {@link
 * dev.rfsweep.internal.output.Table} only say what stands between the cells. What a cell shows is a {@link
 * dev.rfsweep.internal.output.OutputColumn}. Knows nothing of files and terminals; may import {@code model} and {@code engine}.
 */
package dev.rfsweep.internal.output;
