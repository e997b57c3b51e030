/**
 * The best matches and the Pareto front, by an {@link dev.rfsweep.model.metric.Objective}.
 *
 * <p>{@link dev.rfsweep.internal.query.best.BestPaths} walks a selection of matches in exact order of the objective;
 * {@link dev.rfsweep.internal.query.best.BestFirstSearch} does without a selection where it would be too large. {@link dev.rfsweep.internal.query.best.Front} keeps
 * at every node the {@link dev.rfsweep.internal.query.best.Label}s that no other dominates.
 */
package dev.rfsweep.internal.query.best;
