package dev.rfsweep.internal.onnx.constants;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.SliceRange;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.wire.Constant;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small constants cut, turned, repeated and put together, element by element. */
final class MovingFolds {

    static final Map<String, ConstantFolds.Fold> ALL = Map.of(
            "Slice", MovingFolds::slice,
            "Transpose", MovingFolds::transpose,
            "Expand", MovingFolds::expand,
            "Tile", MovingFolds::tile,
            "Concat", MovingFolds::concat,
            "Split", MovingFolds::split);

    private MovingFolds() {}

    /** Elements {@code base} plus index times stride of the first input. */
    private static boolean moved(Call call, int base, int[] strides, long... out) {
        return moved(call, Strides.sources(base, strides, out), out);
    }

    private static boolean moved(Call call, int[] sources, long... out) {
        return ConstantFolds.done(call, call.operand(0).constant().pick(LongList.of(out), sources));
    }

    private static boolean slice(Call call) {
        long[] in = call.sizes(0);
        SliceRange[] spans = SliceRange.of(call, in, dim -> true);
        int[] strides = Strides.of(in);
        int base = 0;
        for (int dim = 0; dim < in.length; dim++) {
            base += spans[dim].count() == 0 ? 0 : (int) spans[dim].start() * strides[dim];
            strides[dim] *= (int) spans[dim].step();
        }
        return moved(call, base, strides, SliceRange.counts(spans));
    }

    private static boolean transpose(Call call) {
        long[] in = call.sizes(0);
        int[] order = SizeRules.order(call, in.length);
        int[] strides = Strides.of(in);
        int[] moved = Arrays.stream(order).map(dim -> strides[dim]).toArray();
        return moved(call, 0, moved, SizeRules.pick(in, order));
    }

    private static boolean expand(Call call) {
        Constant target = Constant.ofShape(LongList.of(SizeRules.sizes(call, 1, "sizes")));
        long[] out = SizeRules.broadcast(call, List.of(call.operand(0), Operand.of(target)));
        return ConstantFolds.tooMany(call, out)
                ? ConstantFolds.onlySizes(call, out)
                : moved(call, Strides.broadcast(call.operand(0).constant(), out), out);
    }

    private static boolean tile(Call call) {
        long[] in = call.sizes(0);
        LongList repeats = call.knownIntegers(1, "repeats");
        call.requireCount("repeats", repeats.size(), in.length);
        long[] out = new long[in.length];
        for (int dim = 0; dim < in.length; dim++) {
            if (repeats.getLong(dim) < 0) {
                throw call.fail("found repeats of " + repeats + ", expected none below 0");
            }
            out[dim] = Math.multiplyExact(in[dim], repeats.getLong(dim));
        }
        if (ConstantFolds.tooMany(call, out)) {
            return ConstantFolds.onlySizes(call, out);
        }
        int[] sources = new int[(int) Constant.elements(LongList.of(out))];
        int[] own = Strides.of(in);
        int[] outer = Strides.of(out);
        for (int at = 0; at < sources.length; at++) {
            for (int dim = 0; dim < in.length; dim++) {
                sources[at] += Strides.index(at, dim, outer, out) % (int) in[dim] * own[dim];
            }
        }
        return moved(call, sources, out);
    }

    private static boolean concat(Call call) {
        List<Operand> parts = call.operands();
        Constant first = call.operand(0).constant();
        int dim = call.dim(call.integer("axis", 1), first.rank());
        long[] out = call.sizes(0);
        out[dim] = 0;
        for (Operand part : parts) {
            call.requireCount("dimensions in a part", part.rank(), out.length);
            out[dim] += SizeRules.requireAlike(call, out, dim, part.sizes());
            if (part.constant().isReal() != first.isReal()) {
                return false;
            }
        }
        if (ConstantFolds.tooMany(call, out)) {
            return ConstantFolds.onlySizes(call, out);
        }
        Elements all = new Elements(first.type(), (int) Constant.elements(LongList.of(out)));
        int[] strides = Strides.of(out);
        int base = 0;
        for (Operand part : parts) {
            int[] places = Strides.sources(base, strides, part.sizes());
            for (int at = 0; at < places.length; at++) {
                all.copy(places[at], part.constant(), at);
            }
            base += (int) part.sizes()[dim] * strides[dim];
        }
        return ConstantFolds.done(call, all.in(LongList.of(out)));
    }

    private static boolean split(Call call) {
        Constant in = call.operand(0).constant();
        long[] sizes = call.sizes(0);
        int dim = call.dim(call.integer("axis", 0), sizes.length);
        int[] strides = Strides.of(sizes);
        long[] cuts = SizeRules.cuts(call, sizes[dim]);
        for (int part = 0; part + 1 < cuts.length; part++) {
            long[] own = sizes.clone();
            own[dim] = cuts[part + 1] - cuts[part];
            int[] sources = Strides.sources((int) cuts[part] * strides[dim], strides, own);
            call.output(part, Operand.of(in.pick(LongList.of(own), sources)));
        }
        return true;
    }
}
