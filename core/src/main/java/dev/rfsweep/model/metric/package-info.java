/**
 * What can be asked of a network and what is answered.
 *
 * <p>A {@link dev.rfsweep.model.metric.Metric} says its name, what state it needs and what every step adds; each has a class of
 * its own. A {@link dev.rfsweep.model.metric.Column} is a metric along one axis or all, a
 * {@link dev.rfsweep.model.metric.Condition} wants values of a column, an {@link dev.rfsweep.model.metric.Objective} the best of
 * them, and a {@link dev.rfsweep.model.metric.Figure} is one value. May import {@code model}.
 */
package dev.rfsweep.model.metric;
