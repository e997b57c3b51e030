/**
 * Backwards from one unit: exactly what it sees of an input of known size.
 *
 * <p>{@link dev.rfsweep.internal.analysis.regions.RegionPass} walks the graph in reverse topological order with the
 * {@link dev.rfsweep.internal.analysis.regions.Region} that is wanted of each tensor;
 * {@link dev.rfsweep.internal.analysis.regions.Profile} does the same along one axis with the number of paths to every position.
 */
package dev.rfsweep.internal.analysis.regions;
