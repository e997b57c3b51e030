/**
 * Rows to text: one small class a format.
 *
 * <p>Start at {@link dev.rfsweep.output.TextRows}, which turns batches of the engine into {@link
 * dev.rfsweep.output.Bytes} in parallel; {@link dev.rfsweep.output.Csv}, {@link dev.rfsweep.output.JsonLines} and {@link
 * dev.rfsweep.output.Table} only say what stands between the cells. What a cell shows is a {@link
 * dev.rfsweep.output.OutputColumn}. Knows nothing of files and terminals; may import {@code model} and {@code engine}.
 */
package dev.rfsweep.output;
