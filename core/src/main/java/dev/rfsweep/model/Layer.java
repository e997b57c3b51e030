package dev.rfsweep.model;

import java.util.List;

/**
 * One operator of a concrete network. Windows are listed axis by axis in array order ({@code [h, w]} for images). A
 * channel count of 0 means that the network is described without channels, so it has no params and no MACs.
 */
public sealed interface Layer {

    /**
     * Convolution followed by batch norm, without a bias of its own.
     *
     * @param channels output channels
     * @param groups groups that channels are split into; equal to the input channels in a depthwise convolution
     */
    record Conv(List<Window> windows, long channels, long groups) implements Layer {}

    /** Maximum or average pooling: no weights, and by convention no MACs. */
    record Pool(Kind kind, List<Window> windows) implements Layer {
        /** What is taken of the window. */
        public enum Kind {
            MAX,
            AVERAGE
        }
    }

    /**
     * Squeeze-excite gate: global average, 1x1 convolution with bias to {@code hidden} channels and another one back,
     * multiplied into the trunk. It counts in params and MACs; the receptive field is reported without it, as the
     * literature does, though the gate sees the whole input.
     */
    record Gate(long hidden) implements Layer {}

    /**
     * A trunk added to its own input.
     *
     * @param projection strided 1x1 convolution on the shortcut, or null where the shortcut is the identity
     */
    record Residual(List<Layer> trunk, Conv projection) implements Layer {}

    /** Global average pooling: the map becomes one pixel. Field metrics describe the map before it. */
    record GlobalPool() implements Layer {}

    /** Dense layer with bias over the flattened map. */
    record Dense(long channels) implements Layer {}
}
