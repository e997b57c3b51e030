/**
 * Answers that need no enumeration: walks over the trellis that the engine compiles, whose cost grows with distinct
 * states and not with variants.
 *
 * <p>Start at {@link dev.rfsweep.query.Query}, which chooses between the algebra of {@code Tally} and the brute force
 * of {@link dev.rfsweep.engine.Sweep}. May import {@code model}, {@code space} and {@code engine}.
 */
package dev.rfsweep.query;
