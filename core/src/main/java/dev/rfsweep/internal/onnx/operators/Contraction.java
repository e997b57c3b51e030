package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import it.unimi.dsi.fastutil.ints.Int2LongMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Products that sum over dimensions. Every dimension has a label: an output dimension follows those of the same label, and
 * what no output dimension follows is summed, so read whole. Where constant weights compute new positions from old
 * ones, the output keeps the axis, and each of its units reads all positions of the input.
 */
final class Contraction {

    /** Labels of dimensions that are broadcast, by their distance from the last; apart from all letters. */
    private static final int BATCH = 1 << 16;

    private static final int ROW = 'm';
    private static final int COLUMN = 'n';
    private static final int SUMMED = 'k';

    private final Call call;
    private final List<Operand> operands = new ArrayList<>();
    private final List<int[]> labels = new ArrayList<>();

    private Contraction(Call call) {
        this.call = call;
    }

    /** MatMul and its relatives, with the second factor at input {@code second}. */
    static NodeTranslator matMul(int second) {
        return call -> {
            Contraction product = new Contraction(call);
            int left = call.rank(0);
            int right = call.rank(second);
            if (left == 0 || right == 0) {
                throw call.fail("found a scalar, expected vectors or matrices");
            }
            product.add(call.operand(0), left == 1 ? new int[] {SUMMED} : batched(left - 2, ROW, SUMMED));
            product.add(call.operand(second), right == 1 ? new int[] {SUMMED} : batched(right - 2, SUMMED, COLUMN));
            int[] out = batched(Math.max(Math.max(left, right) - 2, 0), ROW, COLUMN);
            product.finish(Arrays.stream(out)
                    .filter(label -> (label != ROW || left > 1) && (label != COLUMN || right > 1))
                    .toArray());
        };
    }

    static void gemm(Call call) {
        Contraction product = new Contraction(call);
        boolean turned = call.flag("transA", false);
        product.add(call.operand(0), turned ? SUMMED : ROW, turned ? ROW : SUMMED);
        boolean turnedToo = call.flag("transB", false);
        product.add(call.operand(1), turnedToo ? COLUMN : SUMMED, turnedToo ? SUMMED : COLUMN);
        if (call.has(2) && !call.operand(2).isConstant()) {
            int[] both = {ROW, COLUMN};
            product.add(call.operand(2), Arrays.copyOfRange(both, 2 - Math.min(call.rank(2), 2), 2));
        }
        product.finish(ROW, COLUMN);
    }

    static void einsum(Call call) {
        String equation = call.text("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        String[] terms = (arrow < 0 ? equation : equation.substring(0, arrow)).split(",", -1);
        call.requireCount("inputs of equation " + OnnxException.quoted(equation), call.inputs(), terms.length);
        Contraction product = new Contraction(call);
        int widest = 0;
        for (int term = 0; term < terms.length; term++) {
            int dots = call.rank(term) - terms[term].replace("...", "").length();
            widest = Math.max(widest, terms[term].contains("...") ? dots : 0);
            product.add(call.operand(term), product.letters(terms[term], dots));
        }
        String out = arrow < 0 ? implied(terms) : equation.substring(arrow + 2);
        product.finish(product.letters(out, widest));
    }

    /** Without an arrow: what is broadcast, then the letters that occur once, in alphabetical order. */
    private static String implied(String... terms) {
        String all = String.join("", terms);
        StringBuilder once = new StringBuilder(all.contains("...") ? "..." : "");
        all.replace(".", "")
                .chars()
                .sorted()
                .filter(letter -> all.indexOf(letter) == all.lastIndexOf(letter))
                .forEach(letter -> once.append((char) letter));
        return once.toString();
    }

    private int[] letters(String term, int dots) {
        int ellipsis = term.indexOf("...");
        String letters = term.replace("...", "");
        boolean wellFormed = letters.chars().allMatch(letter -> Character.isLetter(letter) && letter < BATCH)
                && letters.chars().distinct().count() == letters.length()
                && dots >= 0;
        if (!wellFormed) {
            throw call.fail("found term " + OnnxException.quoted(term)
                    + " in the equation, expected different letters and at most one ellipsis");
        }
        if (ellipsis < 0) {
            return letters.chars().toArray();
        }
        int[] all = new int[letters.length() + dots];
        for (int at = 0; at < all.length; at++) {
            if (at < ellipsis) {
                all[at] = letters.charAt(at);
            } else if (at < ellipsis + dots) {
                all[at] = BATCH + ellipsis + dots - 1 - at;
            } else {
                all[at] = letters.charAt(at - dots);
            }
        }
        return all;
    }

    private static int[] batched(int batch, int first, int second) {
        int[] all = new int[batch + 2];
        Arrays.setAll(all, dim -> BATCH + batch - 1 - dim);
        all[batch] = first;
        all[batch + 1] = second;
        return all;
    }

    private void add(Operand operand, int... dims) {
        if (operand.rank() != dims.length) {
            throw call.fail(String.format(
                    Locale.ROOT, "found an input of %d dimensions, expected %d", operand.rank(), dims.length));
        }
        operands.add(operand);
        labels.add(dims);
    }

    private void finish(int... out) {
        Int2LongMap sizeOf = sizes();
        long[] sizes = Arrays.stream(out)
                .mapToLong(label -> {
                    if (!sizeOf.containsKey(label)) {
                        throw call.fail("found a label of the output that no input has, expected one of theirs");
                    }
                    return sizeOf.get(label);
                })
                .toArray();
        call.output(
                sizes,
                IntStream.range(0, operands.size())
                        .filter(at -> !operands.get(at).isConstant())
                        .mapToObj(at -> use(operands.get(at), labels.get(at), out, sizes))
                        .toArray(DimensionReads[]::new));
    }

    private DimensionReads use(Operand operand, int[] own, int[] out, long... sizes) {
        DimensionReads use = DimensionReads.of(operand.tensor(), out.length);
        weighted(use, operand.tensor().shape(), own, out, sizes);
        long[] in = operand.sizes();
        for (int dim = 0; dim < out.length; dim++) {
            for (int from = 0; from < own.length; from++) {
                if (own[from] == out[dim]) {
                    use.follow(dim, from, in[from] == 1 && sizes[dim] != 1 ? Slide.BROADCAST : Slide.SAME);
                }
            }
        }
        return use;
    }

    /**
     * An output dimension that only weights have takes the place of the positions that they sum. If several axes are
     * flattened there, it does so only if the size stays the same.
     */
    private void weighted(DimensionReads use, Shape shape, int[] own, int[] out, long... sizes) {
        int[] summed = IntStream.range(0, own.length)
                .filter(dim -> shape.tracked(dim) && !contains(out, own[dim]))
                .toArray();
        int[] made = IntStream.range(0, out.length)
                .filter(dim -> ofWeightsAlone(out[dim]))
                .toArray();
        if (summed.length != 1 || made.length != 1) {
            return;
        }
        boolean single = shape.axisOf(summed[0]) >= 0;
        if (single || shape.size(summed[0]) == sizes[made[0]]) {
            use.follow(made[0], summed[0], Every.INDEX);
        }
    }

    private boolean ofWeightsAlone(int label) {
        return IntStream.range(0, operands.size())
                .allMatch(at -> operands.get(at).isConstant() || !contains(labels.get(at), label));
    }

    private static boolean contains(int[] labels, int label) {
        return Arrays.stream(labels).anyMatch(one -> one == label);
    }

    private Int2LongMap sizes() {
        Int2LongMap sizes = new Int2LongOpenHashMap();
        for (int at = 0; at < operands.size(); at++) {
            long[] own = operands.get(at).sizes();
            for (int dim = 0; dim < own.length; dim++) {
                int label = labels.get(at)[dim];
                sizes.put(label, joined(sizes.getOrDefault(label, 1), own[dim], label));
            }
        }
        return sizes;
    }

    private long joined(long one, long other, int label) {
        if (one == 1 || one == Size.UNKNOWN) {
            return other == 1 ? one : other;
        }
        if (other != 1 && other != Size.UNKNOWN && other != one) {
            String problem = "found sizes " + one + " and " + other + " of "
                    + (label == SUMMED ? "the dimension that is summed" : "one dimension") + ", expected equal ones";
            if (label != SUMMED) {
                throw call.fail(problem);
            }
            call.misfit(problem);
        }
        return one;
    }
}
