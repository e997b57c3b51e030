package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

/**
 * Convolution, pooling, padding, cropping, slicing: {@code o*stride - low + dilation*t} for {@code t} in
 * {@code 0..kernel-1}.
 *
 * @param kernel taps, at least 1
 * @param stride inputs between neighbouring outputs; 0 reads the same inputs for every output, negative runs backwards
 * @param dilation inputs between neighbouring taps, at least 1
 * @param low inputs before index 0 that output 0 starts at: padding, or when negative an offset
 */
public record Slide(long kernel, long stride, long dilation, long low) implements Read {

    /** Index for index. */
    public static final Slide SAME = new Slide(1, 1, 1, 0);

    /** Input index 0 for every output: an input of one unit is broadcast. */
    public static final Slide BROADCAST = new Slide(1, 0, 1, 0);

    public Slide {
        if (kernel < 1 || dilation < 1) {
            throw new IllegalArgumentException("kernel and dilation must be at least 1");
        }
    }

    /** Distance from the first tap to the last. */
    public long reach() {
        return Math.multiplyExact(dilation, kernel - 1);
    }

    /** Only taps that can reach the input are tried: a kernel may be far larger. */
    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        long from = Math.min(first * stride, last * stride) - low;
        long to = Math.max(first * stride, last * stride) - low;
        if (dilation == 1 && kernel >= Math.abs(stride)) {
            inputs.add(from, to + kernel - 1);
        } else if (Math.abs(stride) <= 1) {
            addTaps(from, to, size, inputs);
        } else {
            for (long unit = first; unit <= last; unit++) {
                addTaps(unit * stride - low, unit * stride - low, size, inputs);
            }
        }
    }

    /** What outputs read whose first taps are at {@code from} to {@code to}. */
    private void addTaps(long from, long to, long size, IntervalSet.Collector inputs) {
        long end = Math.min(Math.floorDiv(size - 1 - from, dilation), kernel - 1);
        for (long tap = Math.max(-Math.floorDiv(to, dilation), 0); tap <= end; tap++) {
            inputs.add(from + tap * dilation, to + tap * dilation);
        }
    }

    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        long first = unit * stride - low;
        for (long tap = 0; tap < kernel; tap++) {
            indices.accept(first + tap * dilation);
        }
    }

    @Override
    public long shift() {
        return stride;
    }

    @Override
    public long mostIndices() {
        return kernel;
    }
}
