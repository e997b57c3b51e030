package dev.rfsweep.model;

import java.util.Locale;

/** What can be asked of a network. */
public enum Metric {
    /** Receptive field of a unit of the last map, in input pixels (hull). */
    RF(true),
    /** Effective (cumulative) stride, in input pixels. */
    STRIDE(true),
    /** Effective padding, low side: unit 0 starts at input index {@code -pad}. */
    PAD(true),
    /** Size of the last map; needs the input size. */
    OUT(true),
    /**
     * Weight-free effective receptive field radius {@code 2*sqrt(V)}, in input pixels. Held and compared as the exact
     * integer {@code 12V}; see {@link #erf(long)}.
     */
    ERF(true),
    /** Weights including those of batch norm; needs channels. */
    PARAMS(false),
    /** Multiply-adds of convolutions and dense layers; needs channels and the input size. */
    MACS(false),
    /** Convolution and pooling layers on the trunk. */
    DEPTH(false);

    private final boolean perAxis;

    Metric(boolean perAxis) {
        this.perAxis = perAxis;
    }

    /** Whether every axis has a value of its own. */
    public boolean perAxis() {
        return perAxis;
    }

    /** The name users write, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The effective receptive field radius for twelve times the variance. */
    public static double erf(long variance12) {
        return 2 * Math.sqrt(variance12 / 12.0);
    }
}
