package dev.rfsweep.onnx;

import static java.util.Map.entry;

import it.unimi.dsi.fastutil.doubles.DoubleList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sub-graphs that only compute shapes: operators over small constants, evaluated. */
final class ConstantFolds {

    /** Sets the outputs of a call whose inputs are all constants, or returns false if it cannot tell them. */
    @FunctionalInterface
    interface Fold {
        boolean fold(Call call);
    }

    private static final Map<String, Fold> FOLDS = Map.ofEntries(
            entry("Constant", ConstantFolds::constant),
            entry("ConstantOfShape", ConstantFolds::constantOfShape),
            entry("Range", ConstantFolds::range),
            entry("Identity", call -> same(call, call.operand(0).constant().dims())),
            entry("Reshape", call -> same(call, LongList.of(Dims.reshaped(call, call.sizes(0))))),
            entry("Flatten", call -> same(call, LongList.of(Dims.flattened(call, call.sizes(0))))),
            entry("Squeeze", ConstantFolds::squeeze),
            entry("Unsqueeze", ConstantFolds::unsqueeze),
            entry("Gather", ConstantFolds::gather),
            entry("Slice", ConstantFolds::slice),
            entry("Transpose", ConstantFolds::transpose),
            entry("Expand", ConstantFolds::expand),
            entry("Concat", ConstantFolds::concat),
            entry("Split", ConstantFolds::split),
            entry("Cast", ArithmeticFolds::cast),
            entry("Where", ArithmeticFolds::where),
            entry("Not", ArithmeticFolds::not),
            entry("ReduceProd", call -> ArithmeticFolds.reduce(call, 1, (a, b) -> a * b)),
            entry("ReduceSum", call -> ArithmeticFolds.reduce(call, 0, Double::sum)),
            entry("ReduceMax", call -> ArithmeticFolds.reduce(call, Double.NEGATIVE_INFINITY, Math::max)),
            entry("ReduceMin", call -> ArithmeticFolds.reduce(call, Double.POSITIVE_INFINITY, Math::min)));

    private ConstantFolds() {}

    static boolean fold(Call call) {
        OnnxNode node = call.node();
        if (!node.domain().isEmpty()) {
            return false;
        }
        Fold fold = FOLDS.getOrDefault(node.type(), ArithmeticFolds.named(node.type()));
        boolean known =
                call.operands().stream().allMatch(operand -> operand.constant().isKnown());
        return fold != null && known && fold.fold(call);
    }

    private static boolean done(Call call, Constant constant) {
        call.output(0, Operand.of(constant));
        return true;
    }

    private static boolean same(Call call, LongList dims) {
        return done(call, call.operand(0).constant().withDims(dims));
    }

    private static boolean constant(Call call) {
        for (Map.Entry<String, Attribute> entry : call.node().attributes().entrySet()) {
            Attribute value = entry.getValue();
            switch (entry.getKey()) {
                case "value" -> {
                    if (value.tensor() == null) {
                        throw call.fail("found no tensor in attribute value, expected one");
                    }
                    return done(call, value.tensor());
                }
                case "value_int" -> {
                    return done(call, Constant.scalar(call.integer("value_int", 0)));
                }
                case "value_ints" -> {
                    LongList all = call.integers("value_ints");
                    return done(call, Constant.ofIntegers(LongList.of(all.size()), all));
                }
                case "value_float", "value_floats" -> {
                    boolean scalar = entry.getKey().equals("value_float");
                    DoubleList reals = value.reals() == null ? DoubleList.of() : value.reals();
                    LongList dims = scalar ? LongList.of() : LongList.of(reals.size());
                    return done(call, Constant.ofReals(dims, DataType.FLOAT, reals));
                }
                case "value_string" -> {
                    return done(call, Constant.ofShape(LongList.of()));
                }
                default -> {}
            }
        }
        throw call.fail("found no value that rfsweep reads, expected value, value_int, value_float or a list of them");
    }

    private static boolean constantOfShape(Call call) {
        LongList dims = LongList.of(Dims.sizes(call, 0, "sizes"));
        Attribute value = call.attribute("value");
        Constant element =
                value == null ? Constant.ofReals(LongList.of(1), DataType.FLOAT, DoubleList.of(0)) : value.tensor();
        if (element == null || !element.isKnown() || element.elements() != 1 || tooMany(dims)) {
            return done(call, Constant.ofShape(dims));
        }
        return done(call, element.pick(dims, new int[(int) Constant.elements(dims)]));
    }

    private static boolean tooMany(LongList dims) {
        return Constant.elements(dims) > Constant.MOST_ELEMENTS;
    }

    private static boolean range(Call call) {
        Constant start = call.operand(0).constant();
        if (start.isReal()) {
            return false;
        }
        long first = call.knownIntegers(0, "bounds").getLong(0);
        long limit = call.knownIntegers(1, "bounds").getLong(0);
        long step = call.knownIntegers(2, "bounds").getLong(0);
        if (step == 0) {
            throw call.fail("found a step of 0, expected another");
        }
        long distance = Math.subtractExact(limit, first);
        long count = Math.max(0, -Math.floorDiv(-distance, step));
        if (count > Constant.MOST_ELEMENTS) {
            return done(call, Constant.ofShape(LongList.of(count)));
        }
        long[] all = new long[(int) count];
        Arrays.setAll(all, at -> first + at * step);
        return done(call, Constant.ofList(all));
    }

    private static boolean squeeze(Call call) {
        long[] in = call.sizes(0);
        return same(call, LongList.of(Dims.pick(in, Dims.squeezed(call, in))));
    }

    private static boolean unsqueeze(Call call) {
        long[] in = call.sizes(0);
        return same(call, LongList.of(Dims.pick(in, Dims.unsqueezed(call, in.length))));
    }

    private static boolean gather(Call call) {
        Constant data = call.operand(0).constant();
        Constant indices = call.operand(1).constant();
        if (indices.isReal() || data.rank() != 1) {
            return false;
        }
        int[] sources = new int[indices.integers().size()];
        for (int at = 0; at < sources.length; at++) {
            long index = indices.integers().getLong(at);
            sources[at] = call.dim(index, (int) data.elements());
        }
        return done(call, data.pick(indices.dims(), sources));
    }

    private static boolean slice(Call call) {
        long[] in = call.sizes(0);
        boolean[] exact = new boolean[in.length];
        Arrays.fill(exact, true);
        Span[] spans = Span.of(call, in, exact);
        int[] strides = strides(in);
        int base = 0;
        for (int dim = 0; dim < in.length; dim++) {
            base += spans[dim].count() == 0 ? 0 : (int) spans[dim].start() * strides[dim];
            strides[dim] *= (int) spans[dim].step();
        }
        return done(
                call,
                call.operand(0)
                        .constant()
                        .pick(LongList.of(Span.counts(spans)), sources(base, strides, Span.counts(spans))));
    }

    private static boolean transpose(Call call) {
        long[] in = call.sizes(0);
        int[] order = Dims.order(call, in.length);
        int[] strides = strides(in);
        int[] moved = Arrays.stream(order).map(dim -> strides[dim]).toArray();
        long[] out = Dims.pick(in, order);
        return done(call, call.operand(0).constant().pick(LongList.of(out), sources(0, moved, out)));
    }

    private static boolean expand(Call call) {
        Constant target = Constant.ofShape(LongList.of(Dims.sizes(call, 1, "sizes")));
        long[] out = Elementwise.broadcastSizes(call, List.of(call.operand(0), Operand.of(target)));
        Constant in = call.operand(0).constant();
        if (tooMany(LongList.of(out))) {
            return done(call, Constant.ofShape(LongList.of(out)));
        }
        return done(call, in.pick(LongList.of(out), broadcast(in, out)));
    }

    private static boolean concat(Call call) {
        List<Operand> parts = call.operands();
        if (parts.get(0).rank() != 1 || parts.stream().anyMatch(part -> part.rank() != 1)) {
            return false;
        }
        Constant first = parts.get(0).constant();
        LongList integers = new LongArrayList();
        for (Operand part : parts) {
            if (part.constant().isReal()) {
                return concatReals(call, parts);
            }
            integers.addAll(part.constant().integers());
        }
        return done(call, new Constant(LongList.of(integers.size()), first.type(), integers, null));
    }

    private static boolean concatReals(Call call, List<Operand> parts) {
        if (parts.stream().anyMatch(part -> !part.constant().isReal())) {
            return false;
        }
        double[] all = parts.stream()
                .flatMapToDouble(part -> part.constant().reals().doubleStream())
                .toArray();
        DataType type = parts.get(0).constant().type();
        return done(call, Constant.ofReals(LongList.of(all.length), type, DoubleList.of(all)));
    }

    private static boolean split(Call call) {
        Constant in = call.operand(0).constant();
        if (in.rank() != 1) {
            return false;
        }
        long[] cuts = Dims.cuts(call, in.elements());
        for (int part = 0; part + 1 < cuts.length; part++) {
            int start = (int) cuts[part];
            int[] sources = new int[(int) cuts[part + 1] - start];
            Arrays.setAll(sources, at -> start + at);
            call.output(part, Operand.of(in.pick(LongList.of(sources.length), sources)));
        }
        return true;
    }

    /** Elements between neighbours along each dimension. */
    static int[] strides(long... sizes) {
        int[] strides = new int[sizes.length];
        int next = 1;
        for (int dim = sizes.length - 1; dim >= 0; dim--) {
            strides[dim] = next;
            next *= (int) sizes[dim];
        }
        return strides;
    }

    /** Where each element of a broadcast to {@code out} comes from. */
    static int[] broadcast(Constant in, long... out) {
        int[] own = strides(in.dims().toLongArray());
        int[] strides = new int[out.length];
        int shift = out.length - own.length;
        for (int dim = 0; dim < own.length; dim++) {
            strides[shift + dim] = in.dims().getLong(dim) == 1 ? 0 : own[dim];
        }
        return sources(0, strides, out);
    }

    /** {@code base} plus index times stride, for every index of {@code sizes} in row-major order. */
    static int[] sources(int base, int[] strides, long... sizes) {
        int count = (int) Constant.elements(LongList.of(sizes));
        int[] sources = new int[count];
        int[] index = new int[sizes.length];
        int at = base;
        for (int element = 0; element < count; element++) {
            sources[element] = at;
            for (int dim = sizes.length - 1; dim >= 0; dim--) {
                at += strides[dim];
                if (++index[dim] < sizes[dim]) {
                    break;
                }
                at -= strides[dim] * index[dim];
                index[dim] = 0;
            }
        }
        return sources;
    }
}
