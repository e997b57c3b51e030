package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.ConcatPart;
import dev.rfsweep.internal.analysis.reads.InputPadding;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.SliceRange;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;

/** Operators that take parts of a map or put parts together. */
final class Slicing {

    private Slicing() {}

    static void slice(Call call) {
        Tensor in = call.tensor(0);
        SliceRange[] spans = SliceRange.of(call, in.shape().sizes(), tracked(in));
        Read[] reads = Arrays.stream(spans)
                .map(span -> new Slide(1, span.step(), 1, -span.start()))
                .toArray(Read[]::new);
        call.output(each(call, in, reads, SliceRange.counts(spans)));
    }

    static boolean[] tracked(Tensor in) {
        boolean[] tracked = new boolean[in.shape().rank()];
        for (int dim = 0; dim < tracked.length; dim++) {
            tracked[dim] = in.shape().tracked(dim);
        }
        return tracked;
    }

    /** Every dimension by its own read. */
    private static Tensor each(Call call, Tensor in, Read[] reads, long... sizes) {
        DimensionReads use = DimensionReads.of(in, sizes.length);
        for (int dim = 0; dim < sizes.length; dim++) {
            if (sizes[dim] == 0) {
                throw call.fail("found nothing left of dimension " + dim + ", expected at least one index");
            }
            boolean same = sizes[dim] == in.shape().size(dim) && reads[dim].equals(new Slide(1, 1, 1, 0));
            use.follow(dim, dim, same ? Read.SAME : reads[dim]);
        }
        return call.builder().add(call.label(), sizes, use);
    }

    static void split(Call call) {
        Tensor in = call.tensor(0);
        int dim = call.dim(call.integer("axis", 0), in.shape().rank());
        long[] cuts = SizeRules.cuts(call, in.shape().size(dim));
        if (cuts == null && in.shape().tracked(dim)) {
            throw call.needsSize("its parts depend");
        }
        for (int part = 0; part < call.node().outputs().size(); part++) {
            long start = cuts == null ? 0 : cuts[part];
            long count = cuts == null ? Size.UNKNOWN : cuts[part + 1] - start;
            if (call.wants(part)) {
                call.output(part, call.builder().slice(call.label(part), in, dim, start, 1, count));
            }
        }
    }

    static void concat(Call call) {
        List<Operand> parts = call.operands();
        int dim = call.dim(call.integer("axis", 1), parts.get(0).rank());
        long[] sizes = parts.get(0).sizes();
        DimensionReads[] uses = new DimensionReads[parts.size()];
        long offset = 0;
        for (int part = 0; part < uses.length; part++) {
            Operand operand = parts.get(part);
            call.requireCount("dimensions in part " + part, operand.rank(), sizes.length);
            if (!operand.isConstant()) {
                uses[part] = DimensionReads.same(operand.tensor());
                if (offset != Size.UNKNOWN) {
                    uses[part].follow(dim, dim, new ConcatPart(offset));
                } else if (operand.tensor().shape().tracked(dim)) {
                    throw call.needsSize("the place of part " + part + " depends");
                }
            }
            offset = Size.plus(offset, SizeRules.requireAlike(call, sizes, dim, operand.sizes()));
        }
        sizes[dim] = offset;
        DimensionReads[] there = Arrays.stream(uses).filter(use -> use != null).toArray(DimensionReads[]::new);
        call.output(call.builder().add(call.label(), sizes, there));
    }

    /** Picks indices of one dimension; those of positions must form a regular series. */
    static void gather(Call call) {
        Operand data = call.operand(0);
        Operand indices = call.operand(1);
        int dim = call.dim(call.integer("axis", 0), data.rank());
        if (!data.isConstant()
                && data.tensor().shape().tracked(dim)
                && !data.tensor().shape().mixed(dim)) {
            gatherPositions(call, data.tensor(), dim);
            return;
        }
        long[] picked = indices.sizes();
        long[] in = data.sizes();
        long[] sizes = new long[in.length - 1 + picked.length];
        System.arraycopy(in, 0, sizes, 0, dim);
        System.arraycopy(picked, 0, sizes, dim, picked.length);
        System.arraycopy(in, dim + 1, sizes, dim + picked.length, in.length - dim - 1);
        DimensionReads ofData = data.isConstant() ? null : DimensionReads.of(data.tensor(), sizes.length);
        for (int at = 0; ofData != null && at < in.length; at++) {
            if (at != dim) {
                ofData.follow(at < dim ? at : at + picked.length - 1, at, Read.SAME);
            }
        }
        DimensionReads ofIndices = indices.isConstant() ? null : DimensionReads.of(indices.tensor(), sizes.length);
        for (int at = 0; ofIndices != null && at < picked.length; at++) {
            ofIndices.follow(dim + at, at, Read.SAME);
        }
        DimensionReads[] uses = java.util.stream.Stream.of(ofData, ofIndices)
                .filter(use -> use != null)
                .toArray(DimensionReads[]::new);
        call.output(call.builder().add(call.label(), sizes, uses));
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

    static void expand(Call call) {
        Operand target = Operand.of(Constant.ofShape(LongList.of(SizeRules.sizes(call, 1, "sizes"))));
        long[] sizes = SizeRules.broadcast(call, List.of(call.operand(0), target));
        call.output(call.builder().expand(call.label(), call.tensor(0), sizes));
    }

    static void tile(Call call) {
        Tensor in = call.tensor(0);
        LongList repeats = call.knownIntegers(1, "repeats");
        call.requireCount("repeats", repeats.size(), in.shape().rank());
        long[] sizes = in.shape().sizes();
        Read[] reads = new Read[sizes.length];
        for (int dim = 0; dim < sizes.length; dim++) {
            long times = repeats.getLong(dim);
            reads[dim] = times == 1
                    ? Read.SAME
                    : sizes[dim] == 1 ? Read.BROADCAST : new InputPadding(0, InputPadding.Mode.WRAP);
            sizes[dim] = Size.times(sizes[dim], times);
        }
        call.output(each(call, in, reads, sizes));
    }
}
