/**
 * The trellis: a space compiled to a graph in which every metric is a sum along a path.
 *
 * <p>Start at {@link dev.rfsweep.internal.trellis.Trellis}, then {@code TrellisBuilder}. A node is a position in the automaton of the space
 * together with a {@code State}: the tensors that later layers may read, as far as {@code Tracking} says that a metric
 * depends on them. {@code Fold} follows the operators of a block from a state to the next and collects what every
 * {@link dev.rfsweep.internal.trellis.Slot} gains. {@link dev.rfsweep.internal.trellis.Axes} that always agree are one axis. A
 * {@link dev.rfsweep.internal.trellis.Selection} is the part of a trellis that is walked: all its paths, or only matches.
 *
 * <p>Building proves that no sum overflows, so whoever walks a trellis adds without checks. May import {@code model},
 * {@code paths}, {@code net} and {@code space}.
 */
package dev.rfsweep.internal.trellis;
