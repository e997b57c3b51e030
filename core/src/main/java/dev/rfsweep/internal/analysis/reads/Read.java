package dev.rfsweep.internal.analysis.reads;

/**
 * Which input indices one output index {@code o} reads, along one axis. Indices outside the input are padding: they are
 * read and found to be nothing.
 */
public sealed interface Read {

    /** Index for index. */
    Slide SAME = new Slide(1, 1, 1, 0);

    /** Input index 0 for every output: an input of one unit is broadcast. */
    Slide BROADCAST = new Slide(1, 0, 1, 0);

    /** Every input index, whatever the output index. */
    Every EVERY = new Every();

    /**
     * Convolution, pooling, padding, cropping, slicing: {@code o*stride - low + dilation*t} for {@code t} in
     * {@code 0..kernel-1}.
     *
     * @param kernel taps, at least 1
     * @param stride inputs between neighbouring outputs; 0 reads the same inputs for every output, negative runs backwards
     * @param dilation inputs between neighbouring taps, at least 1
     * @param low inputs before index 0 that output 0 starts at: padding, or when negative an offset
     */
    record Slide(long kernel, long stride, long dilation, long low) implements Read {
        public Slide {
            require(kernel >= 1 && dilation >= 1, "kernel and dilation must be at least 1");
        }

        /** Distance from the first tap to the last. */
        public long reach() {
            return Math.multiplyExact(dilation, kernel - 1);
        }
    }

    /**
     * Transposed convolution: every {@code i} with {@code o = i*stride - low + dilation*t} for some {@code t} in
     * {@code 0..kernel-1}. {@code Transposed(b, b, 1, 0)} reads {@code floor(o/b)}, as DepthToSpace and nearest
     * upsampling by {@code b} do.
     *
     * @param kernel taps, at least 1
     * @param stride outputs between neighbouring inputs, at least 1
     * @param dilation outputs between neighbouring taps, at least 1
     * @param low outputs cropped at the beginning
     */
    record Transposed(long kernel, long stride, long dilation, long low) implements Read {
        public Transposed {
            require(kernel >= 1 && stride >= 1 && dilation >= 1, "kernel, stride and dilation must be at least 1");
        }

        /** Output size over an input of {@code size} with {@code high} outputs cropped and {@code extra} added at the end. */
        public long out(long size, long high, long extra) {
            return Math.multiplyExact(size - 1, stride)
                    - low
                    - high
                    + Math.multiplyExact(dilation, kernel - 1)
                    + extra
                    + 1;
        }
    }

    /**
     * Resizing: the source coordinate of {@code o} is exactly {@code (numerator*o + offset)/denominator}, and
     * {@code taps} says which whole indices around it are read. Indices outside the input are clamped to its border.
     *
     * @param numerator at least 0
     * @param offset any whole number
     * @param denominator at least 1
     * @param taps the interpolation
     */
    record Resample(long numerator, long offset, long denominator, Interpolation taps) implements Read {
        public Resample {
            require(numerator >= 0 && denominator >= 1, "a scale must be positive");
        }

        /** Half-pixel centres by {@code scale}: {@code (o + 1/2)/scale - 1/2}. */
        public static Resample halfPixel(long scale, Interpolation taps) {
            return new Resample(2, 1 - scale, 2 * scale, taps);
        }
    }

    /** Which indices around a source coordinate an interpolation reads; taps of weight zero are not read. */
    enum Interpolation {
        /** The index at or below. */
        FLOOR(false, 0),
        /** The index at or above. */
        CEIL(false, 0),
        /** The nearest index, the lower one of two. */
        ROUND_PREFER_FLOOR(false, 0),
        /** The nearest index, the upper one of two. */
        ROUND_PREFER_CEIL(false, 0),
        /** The two neighbours, or the index itself where it is hit exactly. */
        LINEAR(true, 0),
        /** The four neighbours, or the index itself where it is hit exactly. */
        CUBIC(true, 1);

        final boolean between;
        final int more;

        Interpolation(boolean between, int more) {
            this.between = between;
            this.more = more;
        }
    }

    /**
     * Padding by inputs: {@code o - low} where that is inside the input, and otherwise what {@code mode} finds there.
     *
     * @param low pixels added before the first
     * @param mode where the pixels come from
     */
    record Border(long low, Mode mode) implements Read {
        /** What stands outside the input. */
        public enum Mode {
            /** The outermost pixel again. */
            EDGE,
            /** The input mirrored at its outermost pixel. */
            REFLECT,
            /** The other end of the input. */
            WRAP
        }
    }

    /**
     * One part of a concatenation along this axis: {@code o - offset}, where only outputs from {@code offset} on and as
     * many as the part has units come from it.
     *
     * @param offset outputs before this part
     */
    record Part(long offset) implements Read {}

    /** Every input index. */
    record Every() implements Read {}

    private static void require(boolean holds, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(expected);
        }
    }
}
