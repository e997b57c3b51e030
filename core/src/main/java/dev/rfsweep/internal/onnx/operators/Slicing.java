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
        SliceRange[] spans = SliceRange.of(call, in.shape().sizes(), in.shape()::tracked);
        Read[] reads = Arrays.stream(spans)
                .map(span -> new Slide(1, span.step(), 1, -span.start()))
                .toArray(Read[]::new);
        call.output(each(call, in, reads, SliceRange.counts(spans)));
    }

    /** Every dimension by its own read. */
    private static Tensor each(Call call, Tensor in, Read[] reads, long... sizes) {
        DimensionReads use = DimensionReads.of(in, sizes.length);
        for (int dim = 0; dim < sizes.length; dim++) {
            if (sizes[dim] == 0) {
                throw call.fail("found nothing left of dimension " + dim + ", expected at least one index");
            }
            boolean same = sizes[dim] == in.shape().size(dim) && reads[dim].equals(new Slide(1, 1, 1, 0));
            use.follow(dim, dim, same ? Slide.SAME : reads[dim]);
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
        DimensionReads[] reads = new DimensionReads[parts.size()];
        long offset = 0;
        for (int part = 0; part < reads.length; part++) {
            Operand operand = parts.get(part);
            call.requireCount("dimensions in part " + part, operand.rank(), sizes.length);
            reads[part] = DimensionReads.same(operand.tensor());
            if (!operand.isConstant() && offset != Size.UNKNOWN) {
                reads[part].follow(dim, dim, new ConcatPart(offset));
            } else if (!operand.isConstant() && operand.tensor().shape().tracked(dim)) {
                throw call.needsSize("the place of part " + part + " depends");
            }
            offset = Size.plus(offset, SizeRules.requireAlike(call, sizes, dim, operand.sizes()));
        }
        sizes[dim] = offset;
        call.output(sizes, reads);
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
                    ? Slide.SAME
                    : sizes[dim] == 1 ? Slide.BROADCAST : new InputPadding(0, InputPadding.Mode.WRAP);
            sizes[dim] = Size.times(sizes[dim], times);
        }
        call.output(each(call, in, reads, sizes));
    }
}
