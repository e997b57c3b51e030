/**
 * The sweep: evaluates every variant of a range of ids, or only those known to match, at the speed of the memory system.
 *
 * <p>Start at {@link dev.rfsweep.internal.engine.Sweep}. It compiles a space to a {@code Trellis}: the automaton of the space
 * times the {@code State} that later weights depend on (effective stride, size, channels, each only if a requested
 * column needs it). In the trellis every metric is a sum along a path, one {@code Slot} each. {@link
 * dev.rfsweep.internal.trellis.Selection} are those that are walked, all of them or the matches alone, and a {@link
 * dev.rfsweep.internal.engine.Walk} cuts them into pieces for the threads. Nodes with few paths
 * below carry a {@code SuffixTable} of all those sums; a {@code Cursor} walks the prefixes before them in order of id,
 * skipping what the filters cannot match; an {@code Evaluator} adds prefix and table with the {@code Kernels} and
 * hands {@link dev.rfsweep.internal.engine.evaluate.Batch}es to a {@link dev.rfsweep.internal.engine.sink.Sink}.
 *
 * <p>Compiling proves that no sum overflows, so kernels run unchecked. May import {@code model},
 * {@code paths} and {@code space}.
 */
package dev.rfsweep.internal.engine;
