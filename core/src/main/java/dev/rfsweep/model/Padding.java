package dev.rfsweep.model;

/** How a window treats the border of its input, on one axis. */
public sealed interface Padding {

    /** Padding that is worked out from the window, and for the {@code SAME_UPPER/LOWER} pair also from the input size. */
    enum Auto implements Padding {
        /** No padding. */
        VALID,
        /** Independent of the input: {@code reach/2} (floor) before and the rest behind, as PyTorch users write it. */
        SAME,
        /** Output {@code ceil(n/stride)}, the odd pixel at the end (ONNX SAME_UPPER, TensorFlow SAME). */
        SAME_UPPER,
        /** Output {@code ceil(n/stride)}, the odd pixel at the beginning (ONNX SAME_LOWER). */
        SAME_LOWER
    }

    /**
     * The same padding whatever the input.
     *
     * @param low pixels added before the first, negative to crop
     * @param high pixels added behind the last, negative to crop
     */
    record Fixed(int low, int high) implements Padding {}

    /** Whether the padding depends on the size of the layer's input. */
    default boolean needsSize() {
        return this == Auto.SAME_UPPER || this == Auto.SAME_LOWER;
    }
}
