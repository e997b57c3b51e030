/**
 * Solver that need no enumeration: walks over the trellis that the engine compiles, whose cost grows with distinct
 * states and not with variants.
 *
 * <p>Start at {@link dev.rfsweep.internal.query.Answers}. {@code FilterKeys} compiles filters to states, {@code StateTally} counts over them and
 * {@code MatchBuilder} selects the matches as paths of their own; {@code BestPaths}, {@code Front},
 * {@code Marginals} and {@code UniformDraw} walk that, and {@code Guide} hands it to the engine as the paths of a sweep that meets
 * nothing but matches. {@code Scope} plans which way to take. Where there are too many states, the brute force of
 * {@link dev.rfsweep.internal.engine.Sweep} answers the same question. May import {@code model}, {@code paths}, {@code space} and
 * {@code engine}.
 */
package dev.rfsweep.internal.query;
