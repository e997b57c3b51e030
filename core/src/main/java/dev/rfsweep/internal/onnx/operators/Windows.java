package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.Rounding;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Padding;
import dev.rfsweep.model.Window;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Convolutions and pools: a window that slides over the dimensions behind the channels. */
public final class Windows {

    /** Dimensions before those that a window slides over: batch and channels. */
    public static final int LEADING = 2;

    private Windows() {}

    /** Conv and its relatives, whose weights are input {@code weights}. */
    static NodeTranslator conv(int weights) {
        return call -> {
            Tensor in = call.tensor(0);
            LongList kernel = kernel(call, weights);
            long channels = call.sizes(weights)[0];
            Tensor map = call.builder().conv(labelOf(call, weights), in, channels, windows(call, kernel));
            call.output(withComputedWeights(call, weights, map));
        };
    }

    /** Pooling by windows; the second output, if wanted, tells where each maximum was. */
    static void pool(Call call) {
        LongList kernel = call.integers("kernel_shape");
        if (kernel == null) {
            throw call.fail("found no kernel_shape, expected one");
        }
        Rounding rounding = call.flag("ceil_mode", false) ? Rounding.CEIL : Rounding.FLOOR;
        Tensor pooled = call.builder().pool(call.label(), call.tensor(0), windows(call, kernel), rounding);
        call.output(pooled);
        call.outputsBehindFirst(output -> call.builder().pointwise(call.label(output), pooled));
    }

    /** Pooling over everything behind the channels. */
    static void globalPool(Call call) {
        Reducing.collapse(call, true, SizeRules.dimsFrom(LEADING, call.rank(0)));
    }

    /** Weights that are computed from the input make every output depend on all that they depend on. */
    static Tensor withComputedWeights(Call call, int weights, Tensor map) {
        if (call.tensorOrNull(weights) == null) {
            return map;
        }
        Tensor whole = Elementwise.whole(call, weights, "weight", map.shape().rank());
        return call.builder().pointwise(call.label(), map, whole);
    }

    static dev.rfsweep.internal.analysis.graph.OutputLabel labelOf(Call call, int weights) {
        return call.tensorOrNull(weights) == null ? call.label() : call.label("map");
    }

    /** The kernel as stated, or as the weights have it. */
    static LongList kernel(Call call, int weights) {
        int spatial = call.rank(0) - LEADING;
        long[] sizes = call.sizes(weights);
        call.requireCount("dimensions of the weights", sizes.length, spatial + LEADING);
        LongList fromWeights = LongList.of(sizes).subList(LEADING, sizes.length);
        LongList stated = call.integers("kernel_shape");
        if (stated != null && !stated.equals(fromWeights)) {
            throw call.fail("found a kernel_shape of " + stated + " and weights of " + fromWeights
                    + ", expected the same kernel");
        }
        return fromWeights;
    }

    private static List<Window> windows(Call call, LongList kernel) {
        int spatial = call.rank(0) - LEADING;
        call.requireCount("sizes of the kernel", kernel.size(), spatial);
        LongList strides = list(call, "strides", spatial, 1);
        LongList dilations = list(call, "dilations", spatial, 1);
        LongList pads = list(call, "pads", 2 * spatial, 0);
        List<Window> windows = new ArrayList<>(spatial);
        for (int axis = 0; axis < spatial; axis++) {
            windows.add(new Window(
                    positive(call, "kernel", kernel.getLong(axis)),
                    positive(call, "stride", strides.getLong(axis)),
                    positive(call, "dilation", dilations.getLong(axis)),
                    padding(call, pads.getLong(axis), pads.getLong(spatial + axis))));
        }
        return windows;
    }

    private static Padding padding(Call call, long low, long high) {
        String auto = call.text("auto_pad", "NOTSET");
        return switch (auto) {
            case "NOTSET", "" -> new Padding.Fixed(fitting(call, "padding", low), fitting(call, "padding", high));
            case "VALID" -> Padding.Auto.VALID;
            case "SAME_UPPER" -> Padding.Auto.SAME_UPPER;
            case "SAME_LOWER" -> Padding.Auto.SAME_LOWER;
            default ->
                throw call.fail("found auto_pad " + OnnxException.quoted(auto)
                        + ", expected NOTSET, VALID, SAME_UPPER or SAME_LOWER");
        };
    }

    /** An attribute of {@code count} integers, each {@code otherwise} where it is left out. */
    static LongList list(Call call, String name, int count, long otherwise) {
        LongList stated = call.integers(name);
        if (stated == null || stated.isEmpty()) {
            long[] defaults = new long[count];
            Arrays.fill(defaults, otherwise);
            return LongList.of(defaults);
        }
        call.requireCount(name, stated.size(), count);
        return stated;
    }

    static int positive(Call call, String name, long value) {
        if (value < 1) {
            throw call.fail("found a " + name + " of " + value + ", expected at least 1");
        }
        return fitting(call, name, value);
    }

    static int fitting(Call call, String name, long value) {
        if ((int) value != value) {
            throw call.fail("found a " + name + " of " + value + ", which is absurd");
        }
        return (int) value;
    }
}
