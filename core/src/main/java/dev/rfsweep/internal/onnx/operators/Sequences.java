package dev.rfsweep.internal.onnx.operators;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.onnx.call.Call;
import dev.rfsweep.internal.onnx.call.Operand;
import dev.rfsweep.internal.onnx.wire.Constant;
import dev.rfsweep.internal.onnx.wire.OnnxException;
import dev.rfsweep.model.Size;
import java.util.ArrayList;
import java.util.List;

/** Operators that carry something along a sequence: recurrent layers, attention, running sums. */
final class Sequences {

    /** Which steps of its input an output step depends on. */
    private enum Reach {
        UP_TO_HERE,
        FROM_HERE_ON,
        ALL
    }

    /** Inputs of recurrent layers: how long each sequence of the batch is, and from where on first states are. */
    private static final int LENGTHS = 4;

    private static final int STATES = 5;

    private Sequences() {}

    /**
     * Everything up to a position is a window as long as the sequence that ends there: what lies before the first position
     * is found to be nothing.
     *
     * @param steps of the output, so that the last one reaches the first position
     */
    private static Read read(Call call, Reach reach, long steps) {
        if (reach != Reach.ALL && steps == Size.UNKNOWN) {
            call.note("the size of its sequence is open, so a unit counts as seeing all of it: give the size");
            return Every.INDEX;
        }
        return switch (reach) {
            case UP_TO_HERE -> new Slide(steps, 1, 1, steps - 1);
            case FROM_HERE_ON -> new Slide(steps, 1, 1, 0);
            case ALL -> Every.INDEX;
        };
    }

    /** A running sum, from either end, with or without the position itself. */
    static void runningSum(Call call) {
        Tensor in = call.tensor(0);
        int dim = call.dim(call.knownInteger(1, "axes"), in.shape().rank());
        long size = in.shape().size(dim);
        if (!in.shape().tracked(dim) || size == 1) {
            Elementwise.unary(call);
            return;
        }
        boolean reverse = call.flag("reverse", false);
        Read read = read(call, reverse ? Reach.FROM_HERE_ON : Reach.UP_TO_HERE, size);
        if (call.flag("exclusive", false) && read instanceof Slide window) {
            read = new Slide(window.kernel(), 1, 1, window.low() + (reverse ? -1 : 1));
        }
        call.output(call.builder().along(call.label(), in, dim, read, size));
    }

    /** LSTM, GRU and RNN: steps first, or behind the batch; outputs are all states and the last ones. */
    static void recurrent(Call call) {
        boolean batchFirst = call.flag("layout", false);
        int steps = batchFirst ? 1 : 0;
        int batch = 1 - steps;
        long[] in = call.sizes(0);
        call.requireCount("dimensions of the sequence", in.length, 3);
        call.requireCount("dimensions of the recurrent weights", call.rank(2), 3);
        long hidden = call.integer("hidden_size", call.sizes(2)[2]);
        Reach reach = reach(call);
        noteLengths(call, in[steps]);
        long directions = reach == Reach.ALL ? 2 : 1;
        long[] all = batchFirst
                ? new long[] {in[0], in[1], directions, hidden}
                : new long[] {in[0], directions, in[1], hidden};
        List<DimensionReads> uses = states(call, all.length, batch, batchFirst ? 0 : 2);
        uses.add(call.reads(0, all.length)
                .follow(batchFirst ? 0 : 2, batch, Slide.SAME)
                .follow(steps, steps, call.operand(0).isConstant() ? Every.INDEX : read(call, reach, in[steps])));
        call.output(all, uses.toArray(DimensionReads[]::new));
        long[] last = batchFirst ? new long[] {in[0], directions, hidden} : new long[] {directions, in[1], hidden};
        List<DimensionReads> ends = states(call, last.length, batch, batch);
        ends.add(call.reads(0, last.length).follow(batch, batch, Slide.SAME));
        call.outputsBehindFirst(
                output -> call.builder().add(call.label(output), last, ends.toArray(DimensionReads[]::new)));
    }

    private static void noteLengths(Call call, long steps) {
        if (call.has(LENGTHS)) {
            Constant lengths = call.operand(LENGTHS).constant();
            boolean full = lengths != null
                    && lengths.integers() != null
                    && lengths.integers().longStream().allMatch(length -> length == steps);
            if (!full) {
                call.note("the lengths of its sequences are not followed: every sequence counts as a full one");
            }
        }
    }

    private static Reach reach(Call call) {
        String direction = call.text("direction", "forward");
        return switch (direction) {
            case "forward" -> Reach.UP_TO_HERE;
            case "reverse" -> Reach.FROM_HERE_ON;
            case "bidirectional" -> Reach.ALL;
            default ->
                throw call.fail("found direction " + OnnxException.quoted(direction)
                        + ", expected forward, reverse or bidirectional");
        };
    }

    /** What is computed from the input beside the sequence, such as first states: every step depends on all of it. */
    private static List<DimensionReads> states(Call call, int rank, int batch, int outBatch) {
        List<DimensionReads> uses = new ArrayList<>();
        for (int input = 1; input < call.inputs(); input++) {
            if (call.has(input) && !call.operand(input).isConstant()) {
                DimensionReads use = DimensionReads.of(call.tensor(input), rank);
                boolean state = input >= STATES && call.rank(input) == 3;
                uses.add(state ? use.follow(outBatch, batch, Slide.SAME) : use);
            }
        }
        return uses;
    }

    /** Attention: every query sees all keys and values, or with a causal mask those up to its own position. */
    static void attention(Call call) {
        int rank = call.rank(0);
        if (rank != 3 && rank != 4) {
            throw call.fail("found queries of " + rank + " dimensions, expected 3 or 4");
        }
        int steps = rank - 2;
        long[] sizes = call.sizes(0);
        long[] values = call.sizes(2);
        call.requireCount("dimensions of the values", values.length, rank);
        sizes[rank - 1] = rank == 4 ? values[rank - 1] : hidden(call, values[rank - 1]);
        Operand queries = call.operand(0);
        Read read = read(call, call.flag("is_causal", false) ? Reach.UP_TO_HERE : Reach.ALL, sizes[steps]);
        List<DimensionReads> uses = new ArrayList<>();
        for (int input = 0; input < call.inputs(); input++) {
            if (call.has(input) && !call.operand(input).isConstant()) {
                DimensionReads use = DimensionReads.of(call.tensor(input), rank);
                if (input < 3) {
                    sameHeads(use, call.sizes(input), sizes, steps);
                }
                if (input == 0) {
                    use.follow(steps, steps, Slide.SAME);
                } else if (input < 3 && !queries.isConstant()) {
                    use.follow(steps, steps, read);
                }
                uses.add(use);
            }
        }
        call.output(sizes, uses.toArray(DimensionReads[]::new));
        for (int output = 1; output < 3; output++) {
            if (call.wants(output)) {
                present(call, output, steps);
            }
        }
    }

    /** Batch and, where they are a dimension, heads keep to themselves. */
    private static void sameHeads(DimensionReads use, long[] in, long[] out, int steps) {
        for (int dim = 0; dim < steps; dim++) {
            if (in[dim] == out[dim]) {
                use.follow(dim, dim, Slide.SAME);
            }
        }
    }

    /** All heads of the output side by side. */
    private static long hidden(Call call, long values) {
        long queryHeads = Windows.positive(call, "q_num_heads", call.integer("q_num_heads", 0));
        long valueHeads = Windows.positive(call, "kv_num_heads", call.integer("kv_num_heads", 0));
        return values == Size.UNKNOWN ? values : Math.multiplyExact(values / valueHeads, queryHeads);
    }

    /** Keys or values for the next call, behind those of earlier calls. */
    private static void present(Call call, int output, int steps) {
        int past = output + 3;
        if (steps == 2 && !call.has(past)) {
            call.output(output, call.builder().pointwise(call.label(output), call.tensor(output)));
        }
    }
}
