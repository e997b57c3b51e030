package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

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
public record Transposed(long kernel, long stride, long dilation, long low) implements Read {

    public Transposed {
        if (kernel < 1 || stride < 1 || dilation < 1) {
            throw new IllegalArgumentException("kernel, stride and dilation must be at least 1");
        }
    }

    /** Output size over an input of {@code size} with {@code high} outputs cropped and {@code extra} added at the end. */
    public long out(long size, long high, long extra) {
        return Math.multiplyExact(size - 1, stride) - low - high + Math.multiplyExact(dilation, kernel - 1) + extra + 1;
    }

    /** For one tap, the inputs that reach one of the outputs are without gaps. */
    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        for (long tap = 0; tap < kernel; tap++) {
            long moved = low - tap * dilation;
            inputs.add(-Math.floorDiv(-(first + moved), stride), Math.floorDiv(last + moved, stride));
        }
    }

    /** Last tap first: it reaches the first input, and unions are quickest in ascending order. */
    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        for (long tap = kernel - 1; tap >= 0; tap--) {
            long from = unit + low - tap * dilation;
            if (Math.floorMod(from, stride) == 0) {
                indices.accept(Math.floorDiv(from, stride));
            }
        }
    }

    @Override
    public long period() {
        return stride;
    }

    @Override
    public long mostIndices() {
        return kernel;
    }
}
