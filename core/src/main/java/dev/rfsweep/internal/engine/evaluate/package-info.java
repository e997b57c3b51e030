/**
 * One piece of work: from a range of paths to batches of rows.
 *
 * <p>A {@link dev.rfsweep.internal.engine.evaluate.Question} is compiled once and read by all workers. Nodes with few paths below them carry a
 * {@code SuffixTable} of all sums of those paths ({@code Frontier} picks the nodes). A {@code Cursor} walks the prefixes
 * before them in order of id and skips what the {@code Filters} cannot match; the {@code Evaluator} joins prefix and table
 * with the {@code Kernels} and hands out a {@link dev.rfsweep.internal.engine.evaluate.Batch}, whose columns are arrays of a {@link
 * dev.rfsweep.internal.engine.evaluate.ColumnType} that is known before. Who wants to pull batches has a {@link
 * dev.rfsweep.internal.engine.evaluate.BatchReader}. Texts of variants are joined the same way by
 * {@code PathText} and {@code SuffixTexts}.
 */
package dev.rfsweep.internal.engine.evaluate;
