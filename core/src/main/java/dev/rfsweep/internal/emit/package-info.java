/**
 * Source text of one concrete network for other frameworks: {@link dev.rfsweep.internal.emit.PyTorch} and
 * {@link dev.rfsweep.internal.emit.Keras}.
 *
 * <p>The text is exact or it is refused with an {@link dev.rfsweep.model.InexpressibleException}: same windows, same
 * borders (a {@code Flow} works them out on the way from the input), same weights as {@code params} counts. What a
 * {@link dev.rfsweep.internal.net.Network} does not say is the activations: a ReLU follows every convolution but the last of
 * a residual trunk and the one on a shortcut, and stands between dense layers.
 *
 * <p>May import {@code model}, {@code net}.
 */
package dev.rfsweep.internal.emit;
