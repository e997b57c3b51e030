/**
 * Answers that need no enumeration: walks over the trellis whose cost grows with distinct states and not with variants.
 *
 * <p>Start at {@link dev.rfsweep.internal.query.Answers}. {@code Planner} settles the way to an answer; the same plan explains
 * the way and goes it.
 * {@link dev.rfsweep.internal.query.count} counts and selects matches, {@link dev.rfsweep.internal.query.best} finds the best of them and the Pareto front,
 * {@code Marginals} tells how often each choice is taken, and {@code Rows} hands the selected matches to the
 * engine as the paths of a sweep that meets nothing else. Where there are too many states,
 * {@link dev.rfsweep.internal.query.wide} rounds sums to a grid, and what is left is answered by the brute force of
 * {@link dev.rfsweep.internal.engine.Sweep}.
 *
 * <p>May import {@code model}, {@code paths}, {@code space}, {@code trellis} and {@code engine}.
 */
package dev.rfsweep.internal.query;
