package dev.rfsweep.internal.oracle;

import java.math.BigInteger;

/**
 * The field metrics of one axis. They describe the last map: the one before a global pool or a dense layer, if there is
 * one.
 *
 * @param rf receptive field of a unit, in input pixels (hull)
 * @param stride input pixels between neighbouring units
 * @param pad effective padding: unit 0 starts at input index {@code -pad}
 * @param variance12 twelve times the variance of the path density along the trunk, in square input pixels
 * @param out size of the last map, or 0 when the input size is unknown
 * @param lookahead input pixels behind its own position, unit times stride, that a unit sees; at least 0
 */
public record AxisAnswer(
        BigInteger rf, BigInteger stride, BigInteger pad, BigInteger variance12, long out, BigInteger lookahead) {}
