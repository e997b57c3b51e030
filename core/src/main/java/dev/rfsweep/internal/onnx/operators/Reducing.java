package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.SizeRules;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** Operators over whole dimensions: sums, maxima, softmax. */
final class Reducing {

    private static final int SOFTMAX_OF_ONE_AXIS_SINCE = 13;

    /** Operators that may stand between the exponential and the sum of a softmax, and how many of them at most. */
    private static final Set<String> BEHIND_EXP = Set.of("Cast", "Identity", "Mul", "Where", "Clip");

    private static final int FARTHEST_EXP = 3;

    private Reducing() {}

    static void reduce(Call call) {
        int[] dims = SizeRules.reduced(call);
        if (dims == null) {
            Elementwise.unary(call);
        } else {
            collapse(call, call.flag("keepdims", true), dims);
        }
    }

    /**
     * Reduces dimensions to one value. The sum in a softmax that is written out as single operators is no pooling: it
     * counts as global, as the operator Softmax does.
     */
    static void collapse(Call call, boolean keepDims, int... dims) {
        Tensor in = call.tensor(0);
        boolean softmax = call.node().type().equals("ReduceLogSumExp") || exponential(in, FARTHEST_EXP);
        call.output(
                softmax
                        ? call.builder().total(call.label(), in, keepDims, dims)
                        : call.builder().reduce(call.label(), in, keepDims, dims));
    }

    /** Whether {@code in} is an exponential, at most cast, masked or bounded since. */
    private static boolean exponential(Tensor in, int farthest) {
        String op = in.label().op();
        return op.equals("Exp")
                || (farthest > 0
                        && BEHIND_EXP.contains(op)
                        && in.links().stream().anyMatch(link -> exponential(link.source(), farthest - 1)));
    }

    static void arg(Call call) {
        int dim = call.dim(call.integer("axis", 0), call.rank(0));
        call.output(call.builder().reduce(call.label(), call.tensor(0), call.flag("keepdims", true), dim));
    }

    /** The largest or smallest of one dimension: each may come from any position. */
    static void topK(Call call) {
        Tensor in = call.tensor(0);
        long[] sizes = in.shape().sizes();
        int dim = call.dim(call.integer("axis", -1), sizes.length);
        long stated = call.integer("k", -1);
        sizes[dim] = stated >= 0 ? stated : SizeRules.sizes(call, 1, "numbers")[0];
        for (int output = 0; output < 2; output++) {
            DimensionReads use = DimensionReads.of(in, sizes.length);
            for (int other = 0; other < sizes.length; other++) {
                if (other != dim) {
                    use.follow(other, other, Slide.SAME);
                }
            }
            if (call.wants(output)) {
                call.output(output, call.builder().add(call.label(output), sizes.clone(), use));
            }
        }
    }

    /** Softmax and its relatives: of one axis, in early versions of all from an axis on. */
    static void softmax(Call call) {
        int rank = call.rank(0);
        boolean ofOne = call.opset() >= SOFTMAX_OF_ONE_AXIS_SINCE;
        int dim = call.dim(call.integer("axis", ofOne ? -1 : 1), rank);
        mix(call, ofOne ? new int[] {dim} : SizeRules.dimsFrom(dim, rank));
    }

    private static void mix(Call call, int... dims) {
        Tensor in = call.tensor(0);
        if (Arrays.stream(dims).anyMatch(in.shape()::tracked)) {
            call.output(call.builder().mix(call.label(), in, dims));
        } else {
            Elementwise.unary(call);
        }
    }

    /** Statistics of each map, of a group of channels or of one. */
    static void instance(Call call) {
        normalise(call, SizeRules.dimsFrom(Windows.LEADING, call.rank(0)));
    }

    static void layer(Call call) {
        int rank = call.rank(0);
        int[] dims = SizeRules.dimsFrom(call.dim(call.integer("axis", -1), rank), rank);
        normalise(call, dims);
        call.outputsBehindFirst(output -> call.builder().reduce(call.label(output), call.tensor(0), true, dims));
    }

    static void meanVariance(Call call) {
        LongList axes = call.integers("axes");
        normalise(call, call.dims(axes == null ? LongList.of(0, 2, 3) : axes, call.rank(0)));
    }

    static void lp(Call call) {
        normalise(call, call.dim(call.integer("axis", -1), call.rank(0)));
    }

    /** With the statistics of training a batch normalisation is one over all positions. */
    static void batch(Call call) {
        if (call.flag("training_mode", false)) {
            instance(call);
            int[] dims =
                    IntStream.range(0, call.rank(0)).filter(dim -> dim != 1).toArray();
            call.outputsBehindFirst(output -> call.builder().reduce(call.label(output), call.tensor(0), false, dims));
        } else {
            Elementwise.unary(call);
        }
    }

    /**
     * Statistics over positions are a branch that sees the whole map and scales it, which the analysis follows or leaves out as
     * it does gates. Statistics over channels alone change nothing.
     */
    private static void normalise(Call call, int... dims) {
        Tensor in = call.tensor(0);
        boolean overPositions = Arrays.stream(dims)
                .anyMatch(dim -> in.shape().tracked(dim) && in.shape().size(dim) != 1);
        if (!overPositions) {
            Elementwise.unary(call);
            return;
        }
        Tensor statistics = call.builder().reduce(call.label("statistics"), in, true, dims);
        call.output(call.builder().pointwise(call.label(), in, statistics));
    }

    /**
     * DynamicQuantizeLinear: scale and zero point come from the smallest and largest element of the whole tensor. As with
     * normalisations, they are a branch that sees everything and scales the map.
     */
    static void quantize(Call call) {
        Tensor in = call.tensor(0);
        int[] all = SizeRules.dimsFrom(0, call.rank(0));
        Tensor statistics = call.builder().reduce(call.label("statistics"), in, true, all);
        call.output(call.builder().pointwise(call.label(), in, statistics));
        call.outputsBehindFirst(output -> call.builder().reduce(call.label(output), in, false, all));
    }
}
