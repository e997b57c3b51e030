package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.InputPadding;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;

/** Pad and CenterCropPad: pixels added around a map, or with negative numbers taken away. */
final class BorderPadding {

    private static final int INPUT_SINCE = 11;

    private BorderPadding() {}

    static void pad(Call call) {
        Tensor in = call.tensor(0);
        int rank = in.shape().rank();
        LongList pads = call.opset() >= INPUT_SINCE ? call.integerInput(1, "pads") : call.integers("pads");
        LongList axes = call.has(3) ? call.knownIntegers(3, "axes") : null;
        int[] dims = axes == null ? SizeRules.dimsFrom(0, rank) : call.dims(axes, rank);
        call.requireCount("pads", pads == null ? 0 : pads.size(), 2 * dims.length);
        long[] low = new long[rank];
        long[] high = new long[rank];
        for (int at = 0; at < dims.length; at++) {
            low[dims[at]] = pad(call, pads.getLong(at), in, dims[at]);
            high[dims[at]] = pad(call, pads.getLong(dims.length + at), in, dims[at]);
        }
        InputPadding.Mode mode = mode(call);
        if (mode == null) {
            call.output(shift(call, call.label(), in, low, high));
            return;
        }
        // what is taken away goes first, so that the border is that of what is left
        boolean crops = Arrays.stream(low).anyMatch(pad -> pad < 0)
                || Arrays.stream(high).anyMatch(pad -> pad < 0);
        Tensor inner = crops ? shift(call, call.label("crop"), in, negative(low), negative(high)) : in;
        call.output(border(call, inner, mode, positive(low), positive(high)));
    }

    /** Null for a constant border, which reads nothing. */
    private static InputPadding.Mode mode(Call call) {
        String mode = call.text("mode", "constant");
        return switch (mode) {
            case "constant" -> null;
            case "edge" -> InputPadding.Mode.EDGE;
            case "reflect" -> InputPadding.Mode.REFLECT;
            case "wrap" -> InputPadding.Mode.WRAP;
            default ->
                throw call.fail(
                        "found mode " + OnnxException.quoted(mode) + ", expected constant, edge, reflect or wrap");
        };
    }

    private static long pad(Call call, long pad, Tensor in, int dim) {
        if (pad == Constant.UNKNOWN && in.shape().tracked(dim)) {
            throw call.needsSize("pads depend");
        }
        return pad == Constant.UNKNOWN ? 0 : Windows.fitting(call, "padding", pad);
    }

    /** Cuts or pads to a size around the middle; of an odd number of pixels the last side has one more. */
    static void center(Call call) {
        Tensor in = call.tensor(0);
        LongList wanted = call.knownIntegers(1, "sizes");
        LongList axes = call.integers("axes");
        int[] dims = axes == null || axes.isEmpty()
                ? SizeRules.dimsFrom(0, in.shape().rank())
                : call.dims(axes, in.shape().rank());
        call.requireCount("sizes", wanted.size(), dims.length);
        long[] low = new long[in.shape().rank()];
        long[] high = new long[in.shape().rank()];
        for (int at = 0; at < dims.length; at++) {
            long more = Math.subtractExact(
                    wanted.getLong(at), call.knownSize(in.shape().size(dims[at])));
            low[dims[at]] = more / 2;
            high[dims[at]] = more - low[dims[at]];
        }
        call.output(shift(call, call.label(), in, low, high));
    }

    private static Tensor shift(Call call, OutputLabel label, Tensor in, long[] low, long... high) {
        DimensionReads use = DimensionReads.of(in, low.length);
        for (int dim = 0; dim < low.length; dim++) {
            use.follow(dim, dim, low[dim] == 0 ? Slide.SAME : new Slide(1, 1, 1, low[dim]));
        }
        return call.builder().add(label, sizes(call, in, low, high), use);
    }

    private static Tensor border(Call call, Tensor in, InputPadding.Mode mode, long[] low, long... high) {
        DimensionReads use = DimensionReads.of(in, low.length);
        for (int dim = 0; dim < low.length; dim++) {
            use.follow(dim, dim, low[dim] == 0 && high[dim] == 0 ? Slide.SAME : new InputPadding(low[dim], mode));
        }
        return call.builder().add(call.label(), sizes(call, in, low, high), use);
    }

    private static long[] sizes(Call call, Tensor in, long[] low, long... high) {
        long[] sizes = in.shape().sizes();
        for (int dim = 0; dim < sizes.length; dim++) {
            if (sizes[dim] != Size.UNKNOWN) {
                sizes[dim] = Math.addExact(sizes[dim], low[dim] + high[dim]);
                if (sizes[dim] < 1) {
                    throw call.fail("found nothing left of dimension " + dim + ", expected at least one index");
                }
            }
        }
        return sizes;
    }

    private static long[] negative(long... pads) {
        return Arrays.stream(pads).map(pad -> Math.min(pad, 0)).toArray();
    }

    private static long[] positive(long... pads) {
        return Arrays.stream(pads).map(pad -> Math.max(pad, 0)).toArray();
    }
}
