/**
 * The vocabulary and its algebra: what a window is, what a receptive field is and how fields compose.
 *
 * <p>Start at {@link dev.rfsweep.model.Window}, one axis of a convolution or pooling layer, and
 * {@link dev.rfsweep.model.AxisField}, the affine monoid that chains of windows fold into. What can be asked of a network
 * is a {@link dev.rfsweep.model.metric.Metric}, and what is wanted of the answer a {@link dev.rfsweep.model.metric.Condition}.
 *
 * <p>Immutable values and one exception: no I/O, and arrays only to convert a whole column. May import {@code java.base} and nothing else.
 */
package dev.rfsweep.model;
