package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.model.Size;
import java.util.Arrays;
import java.util.List;

/** Operators that keep every element and give it another place. */
final class Rearranging {

    private Rearranging() {}

    static void reshape(Call call) {
        call.output(call.builder().reshape(call.label(), call.tensor(0), SizeRules.reshaped(call, call.sizes(0))));
    }

    static void flatten(Call call) {
        call.output(call.builder().reshape(call.label(), call.tensor(0), SizeRules.flattened(call, call.sizes(0))));
    }

    static void squeeze(Call call) {
        follow(call, SizeRules.squeezed(call, call.sizes(0)));
    }

    static void unsqueeze(Call call) {
        follow(call, SizeRules.unsqueezed(call, call.rank(0)));
    }

    private static void follow(Call call, int... from) {
        call.output(keeping(call, call.tensor(0), from));
    }

    /** Output dimension {@code i} is input dimension {@code from[i]}, or new where that is -1. */
    static Tensor keeping(Call call, Tensor in, int... from) {
        DimensionReads use = DimensionReads.of(in, from.length);
        for (int dim = 0; dim < from.length; dim++) {
            if (from[dim] >= 0) {
                use.follow(dim, from[dim], Slide.SAME);
            }
        }
        return call.builder().add(call.label(), SizeRules.pick(in.shape().sizes(), from), use);
    }

    static void transpose(Call call) {
        call.output(call.builder().transpose(call.label(), call.tensor(0), SizeRules.order(call, call.rank(0))));
    }

    /** Channels become positions: each unit reads the position of its block. */
    static void depthToSpace(Call call) {
        int block = Windows.positive(call, "blocksize", call.integer("blocksize", 0));
        long[] in = call.sizes(0);
        long[] out = Arrays.stream(in)
                .skip(Windows.LEADING)
                .map(size -> Size.times(size, block))
                .toArray();
        long blocks = Math.round(Math.pow(block, out.length));
        long channels = divided(call, in, blocks);
        local(call, new Transposed(block, block, 1, 0), channels, out);
    }

    private static long divided(Call call, long[] in, long blocks) {
        requireMap(call, in);
        if (in[1] >= 0 && in[1] % blocks != 0) {
            throw call.fail("found " + in[1] + " channels, expected a multiple of " + blocks);
        }
        return in[1] < 0 ? in[1] : in[1] / blocks;
    }

    private static void requireMap(Call call, long... in) {
        if (in.length <= Windows.LEADING) {
            throw call.fail("found an input of " + in.length + " dimensions, expected batch, channels and space");
        }
    }

    /** Positions become channels: each unit reads a block. */
    static void spaceToDepth(Call call) {
        int block = Windows.positive(call, "blocksize", call.integer("blocksize", 0));
        long[] in = call.sizes(0);
        requireMap(call, in);
        long[] out = Arrays.stream(in)
                .skip(Windows.LEADING)
                .map(size -> size < 0 ? size : size / block)
                .toArray();
        local(call, new Slide(block, block, 1, 0), Size.times(in[1], Math.round(Math.pow(block, out.length))), out);
    }

    private static void local(Call call, Read read, long channels, long... out) {
        Read[] reads = new Read[out.length];
        Arrays.fill(reads, read);
        call.output(call.builder().local(call.label(), call.tensor(0), channels, List.of(reads), out));
    }
}
