/**
 * The sweep: evaluates every variant of a range of ids, or only those known to match, at the speed of the memory system.
 *
 * <p>Start at {@link dev.rfsweep.internal.engine.Sweep}: it has the trellis of a question compiled, and a {@link dev.rfsweep.internal.engine.Walk}
 * cuts the paths into pieces for the threads. {@link dev.rfsweep.internal.engine.evaluate} turns a piece into batches of rows, and
 * {@link dev.rfsweep.internal.engine.sink} says what becomes of them: {@code ParallelFold} merges the results of the pieces, {@code RowStream}
 * hands encoded rows on in order of id.
 *
 * <p>May import {@code model}, {@code paths}, {@code net}, {@code space} and {@code trellis}. Sub-packages import downwards only:
 * {@code engine}, {@code sink}, {@code evaluate}.
 */
package dev.rfsweep.internal.engine;
