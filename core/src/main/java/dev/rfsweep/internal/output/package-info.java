/**
 * Rows and tables to text: one small class a format.
 *
 * <p>Start at {@link dev.rfsweep.internal.output.TextRows}, which turns batches of the engine into {@link
 * dev.rfsweep.internal.output.Bytes} in parallel; {@link dev.rfsweep.internal.output.Csv}, {@link dev.rfsweep.internal.output.JsonLines} and {@link
 * dev.rfsweep.internal.output.Table} only say what stands between the cells. What a cell shows is an {@link
 * dev.rfsweep.internal.output.OutputColumn}. Small results, such as a histogram, are a {@link dev.rfsweep.internal.output.TypedTable}.
 *
 * <p>Knows nothing of files and terminals. May import {@code model}, {@code space}, {@code trellis}, {@code engine} and {@code query}.
 */
package dev.rfsweep.internal.output;
