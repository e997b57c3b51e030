package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;

/** Gather and GatherElements: outputs take the elements that indices name. */
final class Gathering {

    private Gathering() {}

    /** Indices of one dimension for all lines; those of positions must form a regular series. */
    static void gather(Call call) {
        Tensor data = call.operand(0).tensor();
        int dim = call.dim(call.integer("axis", 0), call.rank(0));
        if (data != null && data.shape().tracked(dim) && !data.shape().mixed(dim)) {
            gatherPositions(call, data, dim);
            return;
        }
        int picked = call.rank(1);
        long[] sizes = SizeRules.gathered(call.sizes(0), dim, call.sizes(1));
        DimensionReads ofData = call.reads(0, sizes.length);
        for (int at = 0; at < call.rank(0); at++) {
            if (at != dim) {
                ofData.follow(at < dim ? at : at + picked - 1, at, Slide.SAME);
            }
        }
        DimensionReads ofIndices = call.reads(1, sizes.length);
        for (int at = 0; at < picked; at++) {
            ofIndices.follow(dim + at, at, Slide.SAME);
        }
        call.output(sizes, ofData, ofIndices);
    }

    private static void gatherPositions(Call call, Tensor in, int dim) {
        LongList indices = call.knownIntegers(1, "indices");
        Constant constant = call.operand(1).constant();
        long size = in.shape().size(dim);
        long first = index(call, indices, 0, size);
        long step = indices.size() < 2 ? 1 : index(call, indices, 1, size) - first;
        for (int at = 0; at < indices.size(); at++) {
            if (index(call, indices, at, size) != first + at * step) {
                throw call.fail("found indices " + shown(indices) + " of positions, expected a regular series");
            }
        }
        if (constant.rank() > 1) {
            throw call.fail("found indices of " + constant.rank() + " dimensions for positions, expected a list");
        }
        Tensor cut = call.builder()
                .slice(
                        constant.rank() == 0 ? call.label("position") : call.label(),
                        in,
                        dim,
                        first,
                        step,
                        indices.size());
        if (constant.rank() == 1) {
            call.output(cut);
            return;
        }
        int[] from = new int[in.shape().rank() - 1];
        Arrays.setAll(from, at -> at < dim ? at : at + 1);
        call.output(Rearranging.keeping(call, cut, from));
    }

    /** Every output takes the element of its own line that an index of its own names. */
    static void gatherElements(Call call) {
        long[] out = call.sizes(1);
        int dim = call.dim(call.integer("axis", 0), call.rank(0));
        SizeRules.requireWithin(call, dim, call.sizes(0), out);
        DimensionReads ofData = call.reads(0, out.length);
        for (int other = 0; other < out.length; other++) {
            ofData.follow(other, other, other == dim ? along(call, dim) : Slide.SAME);
        }
        call.output(out, ofData, DimensionReads.same(call.operand(1).tensor()));
    }

    /** Which positions the outputs read along the dimension that is picked from: any, unless the indices form a series. */
    private static Read along(Call call, int dim) {
        Operand data = call.operand(0);
        Operand indices = call.operand(1);
        if (data.isConstant() || !data.tensor().shape().tracked(dim) || !indices.isConstant()) {
            return Every.INDEX;
        }
        Read series = indices.constant().isKnown() ? series(call, data.sizes()[dim], indices.constant(), dim) : null;
        if (series == null) {
            call.note("its indices form no regular series that was read, so a unit counts as seeing every position");
        }
        return series == null ? Every.INDEX : series;
    }

    private static Read series(Call call, long size, Constant indices, int dim) {
        long[] sizes = indices.dims().toLongArray();
        int[] strides = Strides.of(sizes);
        LongList all = call.knownIntegers(1, "indices");
        if (all.isEmpty()) {
            throw call.fail("found no indices, expected some");
        }
        long first = index(call, all, 0, size);
        long step = sizes[dim] < 2 ? 1 : index(call, all, strides[dim], size) - first;
        for (int at = 0; at < all.size(); at++) {
            if (index(call, all, at, size) != first + step * Strides.index(at, dim, strides, sizes)) {
                return null;
            }
        }
        return new Slide(1, step, 1, -first);
    }

    /** An index of a dimension of {@code size}, counted from the end if negative. */
    static long index(Call call, LongList indices, int at, long size) {
        if (at >= indices.size()) {
            throw call.fail("found no indices, expected some");
        }
        long index = indices.getLong(at);
        if (index < 0) {
            index += call.knownSize(size);
        }
        if (index < 0 || (size != Size.UNKNOWN && index >= size)) {
            throw call.fail("found index " + indices.getLong(at) + ", expected one below " + size);
        }
        return index;
    }

    private static String shown(LongList indices) {
        return indices.size() <= 8 ? indices.toString() : indices.subList(0, 8) + " and more";
    }
}
