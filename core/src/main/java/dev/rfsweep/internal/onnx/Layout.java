package dev.rfsweep.internal.onnx;

/** Where the spatial axes of an input are. */
public enum Layout {
    /** Behind batch and channels, unless all that happens to the input at first is that channels are moved to the front. */
    AUTO,
    /** Behind batch and channels: {@code [N, C, H, W]}. */
    CHANNELS_FIRST,
    /** Between batch and channels: {@code [N, H, W, C]}, as TensorFlow has it. */
    CHANNELS_LAST
}
