package dev.rfsweep.internal.onnx.constants;

import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.call.SizeRules;
import dev.rfsweep.internal.onnx.call.Strides;
import dev.rfsweep.internal.onnx.constants.Elements.Binary;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.DataType;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small constants summed up or compared along whole dimensions. */
final class ReducingFolds {

    static final Map<String, ConstantFolds.Fold> ALL = Map.of(
            "ReduceSum", call -> reduce(call, Binary.ADD, 0L),
            "ReduceProd", call -> reduce(call, Binary.MULTIPLY, 1L),
            "ReduceMean", ReducingFolds::mean,
            "ReduceMax", call -> reduce(call, Binary.MAX, null),
            "ReduceMin", call -> reduce(call, Binary.MIN, null),
            "ArgMax", call -> best(call, 1),
            "ArgMin", call -> best(call, -1),
            "CumSum", ReducingFolds::runningSum,
            "MatMul", ReducingFolds::product);

    private ReducingFolds() {}

    /** @param ofNothing the result where there is nothing to reduce, or null where that is not defined */
    private static boolean reduce(Call call, Binary operator, Long ofNothing) {
        int[] dims = SizeRules.reduced(call);
        Constant in = call.operand(0).constant();
        if (dims == null) {
            return ConstantFolds.done(call, in);
        }
        long[] kept = kept(call.sizes(0), dims);
        if ((in.elements() == 0 && ofNothing == null) || ConstantFolds.tooMany(call, kept)) {
            return false;
        }
        int[] targets = Strides.sources(0, Strides.broadcast(kept, kept.length), call.sizes(0));
        Elements results = new Elements(in.type(), (int) Constant.elements(LongList.of(kept)));
        results.fill(ofNothing == null ? 0 : ofNothing);
        boolean[] begun = new boolean[results.count()];
        for (int at = 0; at < targets.length; at++) {
            if (begun[targets[at]]) {
                results.join(targets[at], operator, in, at);
            } else {
                results.copy(targets[at], in, at);
                begun[targets[at]] = true;
            }
        }
        return ConstantFolds.done(call, results.in(out(call, kept, dims)));
    }

    private static long[] kept(long[] sizes, int... dims) {
        Arrays.stream(dims).forEach(dim -> sizes[dim] = 1);
        return sizes;
    }

    /** Sizes behind the reduction, without the reduced dimensions if they are not kept. */
    private static LongList out(Call call, long[] kept, int... dims) {
        if (call.flag("keepdims", true)) {
            return LongList.of(kept);
        }
        long[] left = new long[kept.length - dims.length];
        int next = 0;
        for (int dim = 0; dim < kept.length; dim++) {
            int wanted = dim;
            if (Arrays.stream(dims).noneMatch(reduced -> reduced == wanted)) {
                left[next++] = kept[dim];
            }
        }
        return LongList.of(left);
    }

    private static boolean mean(Call call) {
        Constant in = call.operand(0).constant();
        if (in.elements() == 0 || !reduce(call, Binary.ADD, null)) {
            return false;
        }
        Constant sum = call.result(0).constant();
        Elements mean = Elements.of(sum);
        for (int at = 0; at < mean.count(); at++) {
            mean.join(at, Binary.DIVIDE, in.elements() / mean.count());
        }
        return ConstantFolds.done(call, mean.in(sum.dims()));
    }

    /** The index of the largest or smallest element of every line, the first one or the last one of equals. */
    private static boolean best(Call call, int sign) {
        Constant in = call.operand(0).constant();
        long[] sizes = call.sizes(0);
        int dim = call.dim(call.integer("axis", 0), sizes.length);
        boolean last = call.flag("select_last_index", false);
        int along = Strides.of(sizes)[dim];
        int[] lines = lines(sizes, dim);
        long length = sizes[dim];
        if (length == 0) {
            return false;
        }
        Elements results = new Elements(DataType.INT64, lines.length);
        for (int line = 0; line < lines.length; line++) {
            int best = 0;
            boolean unknown = false;
            for (int at = 0; at < length; at++) {
                double found = sign * in.real(lines[line] + at * along);
                double ahead = found - sign * in.real(lines[line] + best * along);
                unknown |= Double.isNaN(found);
                best = ahead > 0 || (last && ahead == 0) ? at : best;
            }
            results.set(line, unknown ? Constant.UNKNOWN : best);
        }
        long[] kept = kept(sizes, dim);
        return ConstantFolds.done(call, results.in(out(call, kept, dim)));
    }

    /** The first element of every line along {@code dim}. */
    private static int[] lines(long[] sizes, int dim) {
        return Strides.sources(0, Strides.of(sizes), kept(sizes.clone(), dim));
    }

    private static boolean runningSum(Call call) {
        Constant in = call.operand(0).constant();
        long[] sizes = call.sizes(0);
        int dim = call.dim(call.knownInteger(1, "axes"), sizes.length);
        boolean exclusive = call.flag("exclusive", false);
        boolean reverse = call.flag("reverse", false);
        int length = (int) sizes[dim];
        int along = Strides.of(sizes)[dim] * (reverse ? -1 : 1);
        Elements sums = new Elements(in.type(), (int) in.elements());
        for (int line : length == 0 ? new int[0] : lines(sizes, dim)) {
            int first = reverse ? line - (length - 1) * along : line;
            for (int at = 0; at < length; at++) {
                int place = first + at * along;
                if (at > 0) {
                    sums.repeat(place, place - along);
                }
                if (!exclusive || at > 0) {
                    sums.join(place, Binary.ADD, in, exclusive ? place - along : place);
                }
            }
        }
        return ConstantFolds.done(call, sums.in(in.dims()));
    }

    /** A product of matrices, broadcast over the dimensions before the last two; a vector is a matrix of one row or column. */
    private static boolean product(Call call) {
        Constant left = call.operand(0).constant();
        Constant right = call.operand(1).constant();
        if (left.rank() == 0 || right.rank() == 0 || left.isReal() != right.isReal()) {
            return false;
        }
        long[] rows = left.rank() == 1 ? new long[] {1, left.elements()} : call.sizes(0);
        long[] columns = right.rank() == 1 ? new long[] {right.elements(), 1} : call.sizes(1);
        long summed = rows[rows.length - 1];
        if (summed != columns[columns.length - 2]) {
            throw call.fail(
                    "found matrices of " + left.dims() + " and " + right.dims() + ", expected as many columns as rows");
        }
        long[] out = SizeRules.broadcast(call, List.of(matrices(rows, 1), matrices(columns, 2)));
        if (ConstantFolds.tooMany(call, out)) {
            return false;
        }
        int[] ofRows = factor(rows, out.length, out.length - 1);
        int[] ofColumns = factor(columns, out.length, out.length - 2);
        int[] starts = Strides.sources(0, ofRows, out);
        int[] others = Strides.sources(0, ofColumns, out);
        if (!call.affords(starts.length * summed)) {
            return false;
        }
        Elements results = new Elements(left.type(), starts.length);
        int down = (int) columns[columns.length - 1];
        for (int at = 0; at < starts.length; at++) {
            for (int step = 0; step < summed; step++) {
                Elements term = new Elements(left.type(), 1);
                term.copy(0, left, starts[at] + step);
                term.join(0, Binary.MULTIPLY, right, others[at] + step * down);
                results.join(at, Binary.ADD, term.in(LongList.of()), 0);
            }
        }
        return ConstantFolds.done(call, results.in(shown(out, left.rank() == 1, right.rank() == 1)));
    }

    /** Sizes that broadcast to those of the product: without the dimension that is summed, the last or the one before it. */
    private static Operand matrices(long[] sizes, int summed) {
        long[] own = sizes.clone();
        own[own.length - summed] = 1;
        return Operand.of(Constant.ofShape(LongList.of(own)));
    }

    /** Strides of a factor along the dimensions of the product, none along {@code summed}, which it does not have. */
    private static int[] factor(long[] sizes, int rank, int summed) {
        int[] strides = Strides.broadcast(sizes, rank);
        strides[summed] = 0;
        return strides;
    }

    private static LongList shown(long[] out, boolean row, boolean column) {
        LongList dims = new LongArrayList(out);
        if (column) {
            dims.removeLong(dims.size() - 1);
        }
        if (row) {
            dims.removeLong(dims.size() - (column ? 1 : 2));
        }
        return dims;
    }
}
