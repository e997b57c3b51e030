package dev.rfsweep.internal.oracle;

import java.math.BigInteger;
import java.util.List;

/**
 * Every metric of one network.
 *
 * @param valid whether every map has at least one unit on every axis, those inside a residual trunk included; always
 *     true when the input size is unknown. Of an invalid network nothing else is told: no axes, and zeros
 * @param axes the field metrics, axis by axis in array order
 * @param params weights including those of batch norm; zero when the network has no channels
 * @param macs multiply-adds of convolutions, gates and dense layers; zero when the network has no channels or no input
 *     size
 * @param depth convolution and pooling layers on the trunk
 * @param acts outputs of convolutions, those of gates included, of pools and dense layers; zero as {@code macs} is
 */
public record Answer(
        boolean valid, List<AxisAnswer> axes, BigInteger params, BigInteger macs, int depth, BigInteger acts) {

    static final Answer INVALID = new Answer(false, List.of(), BigInteger.ZERO, BigInteger.ZERO, 0, BigInteger.ZERO);

    public Answer {
        axes = List.copyOf(axes);
    }
}
