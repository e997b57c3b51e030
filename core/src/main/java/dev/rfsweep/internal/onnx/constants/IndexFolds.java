package dev.rfsweep.internal.onnx.constants;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.constants.Elements.Binary;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.Map;

/** Elements of small constants found, picked and replaced by index. */
final class IndexFolds {

    static final Map<String, ConstantFolds.Fold> ALL = Map.of(
            "Gather", IndexFolds::gather,
            "GatherElements", IndexFolds::gatherElements,
            "GatherND", IndexFolds::gatherByTuples,
            "ScatterND", IndexFolds::scatterByTuples,
            "NonZero", IndexFolds::nonZero);

    private IndexFolds() {}

    private static boolean picked(Call call, int[] sources, long... out) {
        return ConstantFolds.done(call, call.operand(0).constant().pick(LongList.of(out), sources));
    }

    private static boolean gather(Call call) {
        long[] in = call.sizes(0);
        int dim = call.dim(call.integer("axis", 0), in.length);
        LongList indices = call.knownIntegers(1, "indices");
        long[] out = SizeRules.gathered(in, dim, call.sizes(1));
        if (ConstantFolds.tooMany(call, out)) {
            return ConstantFolds.onlySizes(call, out);
        }
        int[] sources = new int[(int) Constant.elements(LongList.of(out))];
        int inner = Strides.of(in)[dim];
        for (int at = 0; at < sources.length; at++) {
            int rest = at / inner;
            int index = call.dim(indices.getLong(rest % indices.size()), (int) in[dim]);
            sources[at] = (rest / indices.size() * (int) in[dim] + index) * inner + at % inner;
        }
        return picked(call, sources, out);
    }

    private static boolean gatherElements(Call call) {
        long[] in = call.sizes(0);
        long[] out = call.sizes(1);
        int dim = call.dim(call.integer("axis", 0), in.length);
        LongList indices = call.knownIntegers(1, "indices");
        SizeRules.requireWithin(call, dim, in, out);
        int[] strides = Strides.of(in);
        int along = strides[dim];
        strides[dim] = 0;
        int[] sources = Strides.sources(0, strides, out);
        for (int at = 0; at < sources.length; at++) {
            sources[at] += call.dim(indices.getLong(at), (int) in[dim]) * along;
        }
        return picked(call, sources, out);
    }

    /** Tuples of indices, each of which picks an element or, if it is short, all below it. */
    private static boolean gatherByTuples(Call call) {
        long[] in = call.sizes(0);
        long[] tuples = call.sizes(1);
        int batch = (int) call.integer("batch_dims", 0);
        int length = tupleLength(call, batch, in, tuples);
        long[] below = Arrays.copyOfRange(in, batch + length, in.length);
        long[] out = SizeRules.joined(Arrays.copyOf(tuples, tuples.length - 1), below);
        if (ConstantFolds.tooMany(call, out)) {
            return ConstantFolds.onlySizes(call, out);
        }
        int[] starts = starts(call, batch, length, in, tuples);
        int inner = (int) Constant.elements(LongList.of(below));
        int[] sources = new int[starts.length * inner];
        Arrays.setAll(sources, at -> starts[at / inner] + at % inner);
        return picked(call, sources, out);
    }

    private static int tupleLength(Call call, int batch, long[] in, long... tuples) {
        long length = tuples.length == 0 ? 0 : tuples[tuples.length - 1];
        boolean alike = batch >= 0 && batch < Math.min(in.length, tuples.length);
        for (int dim = 0; alike && dim < batch; dim++) {
            alike = in[dim] == tuples[dim];
        }
        if (!alike || length < 1 || length > in.length - batch) {
            throw call.fail("found indices of " + LongList.of(tuples) + " into " + LongList.of(in) + " with " + batch
                    + " dimensions of batch, expected tuples of 1 to " + (in.length - batch) + " indices");
        }
        return (int) length;
    }

    /** The first element that each tuple stands for. */
    private static int[] starts(Call call, int batch, int length, long[] in, long... tuples) {
        LongList indices = call.knownIntegers(1, "indices");
        int[] starts = new int[indices.size() / length];
        int[] strides = Strides.of(in);
        int each = batch == 0 || starts.length == 0
                ? starts.length
                : starts.length / (int) Constant.elements(LongList.of(tuples).subList(0, batch));
        for (int tuple = 0; tuple < starts.length; tuple++) {
            starts[tuple] = batch == 0 ? 0 : tuple / each * strides[batch - 1];
            for (int at = 0; at < length; at++) {
                int dim = batch + at;
                starts[tuple] += call.dim(indices.getLong(tuple * length + at), (int) in[dim]) * strides[dim];
            }
        }
        return starts;
    }

    private static boolean scatterByTuples(Call call) {
        long[] in = call.sizes(0);
        long[] tuples = call.sizes(1);
        int length = tupleLength(call, 0, in, tuples);
        long[] below = Arrays.copyOfRange(in, length, in.length);
        Constant updates = call.operand(2).constant();
        LongList expected = LongList.of(SizeRules.joined(Arrays.copyOf(tuples, tuples.length - 1), below));
        if (!updates.dims().equals(expected)
                || updates.isReal() != call.operand(0).constant().isReal()) {
            throw call.fail("found updates of " + updates.dims() + ", expected numbers of the same type, " + expected);
        }
        Binary reduction = reduction(call);
        int[] starts = starts(call, 0, length, in, tuples);
        int inner = (int) Constant.elements(LongList.of(below));
        Elements out = Elements.of(call.operand(0).constant());
        for (int at = 0; at < starts.length * inner; at++) {
            int target = starts[at / inner] + at % inner;
            if (reduction == null) {
                out.copy(target, updates, at);
            } else {
                out.join(target, reduction, updates, at);
            }
        }
        return ConstantFolds.done(call, out.in(call.operand(0).constant().dims()));
    }

    /** How an update joins what is there already, or null when it takes its place. */
    private static Binary reduction(Call call) {
        String name = call.text("reduction", "none");
        return switch (name) {
            case "none" -> null;
            case "add" -> Binary.ADD;
            case "mul" -> Binary.MULTIPLY;
            case "max" -> Binary.MAX;
            case "min" -> Binary.MIN;
            default ->
                throw call.fail(
                        "found reduction " + OnnxException.quoted(name) + ", expected none, add, mul, max or min");
        };
    }

    /** How many there are is known only if every element is. */
    private static boolean nonZero(Call call) {
        Constant in = call.operand(0).constant();
        long[] sizes = in.rank() == 0 ? new long[] {1} : call.sizes(0);
        IntList found = new IntArrayList();
        for (int at = 0; at < in.elements(); at++) {
            if (Double.isNaN(in.real(at))) {
                return false;
            }
            if (in.real(at) != 0) {
                found.add(at);
            }
        }
        if (ConstantFolds.tooMany(call, sizes.length, found.size())) {
            return ConstantFolds.onlySizes(call, sizes.length, found.size());
        }
        int[] strides = Strides.of(sizes);
        LongList indices = new LongArrayList();
        for (int dim = 0; dim < sizes.length; dim++) {
            for (int at = 0; at < found.size(); at++) {
                indices.add(Strides.index(found.getInt(at), dim, strides, sizes));
            }
        }
        return ConstantFolds.done(call, Constant.ofIntegers(LongList.of(sizes.length, found.size()), indices));
    }
}
