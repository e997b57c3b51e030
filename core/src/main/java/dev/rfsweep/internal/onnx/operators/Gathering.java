package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.wire.Constant;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.ArrayList;
import java.util.List;

/** GatherElements: every output takes the element of its own line that an index of its own names. */
final class Gathering {

    private Gathering() {}

    static void gatherElements(Call call) {
        Operand data = call.operand(0);
        Operand indices = call.operand(1);
        long[] out = indices.sizes();
        int dim = call.dim(call.integer("axis", 0), data.rank());
        SizeRules.requireWithin(call, dim, data.sizes(), out);
        List<DimensionReads> uses = new ArrayList<>();
        if (!data.isConstant()) {
            DimensionReads use = DimensionReads.of(data.tensor(), out.length);
            for (int other = 0; other < out.length; other++) {
                use.follow(other, other, other == dim ? along(call, data, indices, dim) : Read.SAME);
            }
            uses.add(use);
        }
        if (!indices.isConstant()) {
            uses.add(DimensionReads.same(indices.tensor()));
        }
        call.output(call.builder().add(call.label(), out, uses.toArray(DimensionReads[]::new)));
    }

    /** Which positions the outputs read along the dimension that is picked from: any, unless the indices form a series. */
    private static Read along(Call call, Operand data, Operand indices, int dim) {
        if (!data.tensor().shape().tracked(dim) || !indices.isConstant()) {
            return Read.EVERY;
        }
        Read series = indices.constant().isKnown() ? series(call, data.sizes()[dim], indices.constant(), dim) : null;
        if (series == null) {
            call.note("its indices form no regular series that was read, so a unit counts as seeing every position");
        }
        return series == null ? Read.EVERY : series;
    }

    private static Read series(Call call, long size, Constant indices, int dim) {
        long[] sizes = indices.dims().toLongArray();
        int[] strides = Strides.of(sizes);
        LongList all = call.knownIntegers(1, "indices");
        if (all.isEmpty()) {
            throw call.fail("found no indices, expected some");
        }
        long first = Slicing.index(call, all, 0, size);
        long step = sizes[dim] < 2 ? 1 : Slicing.index(call, all, strides[dim], size) - first;
        for (int at = 0; at < all.size(); at++) {
            if (Slicing.index(call, all, at, size) != first + step * Strides.index(at, dim, strides, sizes)) {
                return null;
            }
        }
        return new Slide(1, step, 1, -first);
    }
}
