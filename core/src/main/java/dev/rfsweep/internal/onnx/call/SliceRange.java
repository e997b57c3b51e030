package dev.rfsweep.internal.onnx.call;

import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What a Slice takes of one dimension.
 *
 * @param start first index
 * @param step from one index to the next, not 0
 * @param count how many, or {@link Size#UNKNOWN}
 */
public record SliceRange(long start, long step, long count) {

    private static final int INPUTS_SINCE = 10;

    /** The ranges of all dimensions of a map or constant of {@code sizes}; {@code exact} says which must be known. */
    public static SliceRange[] of(Call call, long[] sizes, IntPredicate exact) {
        SliceRange[] spans = new SliceRange[sizes.length];
        Arrays.setAll(spans, dim -> new SliceRange(0, 1, sizes[dim]));
        boolean byInput = call.opset() >= INPUTS_SINCE;
        LongList starts = byInput ? call.integerInput(1, "starts") : call.integers("starts");
        LongList ends = byInput ? call.integerInput(2, "ends") : call.integers("ends");
        if (starts == null || ends == null) {
            throw call.fail("found no starts or no ends, expected both");
        }
        LongList axes = byInput ? call.has(3) ? call.knownIntegers(3, "axes") : null : call.integers("axes");
        LongList steps = byInput && call.has(4) ? call.knownIntegers(4, "steps") : null;
        int[] dims = axes == null ? SizeRules.dimsFrom(0, starts.size()) : call.dims(axes, sizes.length);
        call.requireCount("starts", starts.size(), dims.length);
        call.requireCount("ends", ends.size(), dims.length);
        call.requireCount("steps", steps == null ? dims.length : steps.size(), dims.length);
        for (int at = 0; at < dims.length; at++) {
            int dim = call.dim(dims[at], sizes.length);
            long step = steps == null ? 1 : steps.getLong(at);
            spans[dim] = span(call, sizes[dim], starts.getLong(at), ends.getLong(at), step, exact.test(dim));
        }
        return spans;
    }

    private static SliceRange span(Call call, long size, long start, long end, long step, boolean exact) {
        if (step == 0) {
            throw call.fail("found a step of 0, expected another");
        }
        if (size != Size.UNKNOWN && start != Constant.UNKNOWN && end != Constant.UNKNOWN) {
            return known(size, start, end, step);
        }
        boolean startIsKnown = start != Constant.UNKNOWN && start >= 0 && step > 0;
        if (exact && !startIsKnown) {
            throw call.needsSize("its indices depend");
        }
        return new SliceRange(startIsKnown ? start : 0, step, Size.UNKNOWN);
    }

    private static SliceRange known(long size, long start, long end, long step) {
        if (step > 0) {
            long from = clamp(start < 0 ? start + size : start, 0, size);
            long to = clamp(end < 0 ? end + size : end, 0, size);
            return new SliceRange(from, step, to <= from ? 0 : (to - from - 1) / step + 1);
        }
        if (size == 0) {
            return new SliceRange(0, step, 0);
        }
        long from = clamp(start < 0 ? start + size : start, 0, size - 1);
        long to = clamp(end < 0 ? end + size : end, -1, size - 1);
        return new SliceRange(from, step, to >= from ? 0 : (to - from + 1) / step + 1);
    }

    private static long clamp(long value, long low, long high) {
        return Math.max(low, Math.min(value, high));
    }

    public static long[] counts(SliceRange... spans) {
        return Arrays.stream(spans).mapToLong(SliceRange::count).toArray();
    }
}
