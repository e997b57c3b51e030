package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.graph.DimensionReads;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphBuilder;
import dev.rfsweep.internal.analysis.graph.Joins;
import dev.rfsweep.internal.analysis.graph.OutputLabel;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.InputPadding;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Resample;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.analysis.reads.Transposed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Graphs drawn from a seed, each tensor with what it depends on by the oracle where the input is tiny. */
final class RandomGraphs {

    /** One operator along one axis: as the graph has it, as the oracle has it, and the output size. */
    private record Step(Read read, Tiny.Rule rule, long out) {}

    private static final List<InputPadding.Mode> MODES = List.of(InputPadding.Mode.values());

    final Graph graph;
    final List<Tiny> oracle = new ArrayList<>();

    private final SplittableRandom random;
    private final GraphBuilder builder;
    private final int axes;
    private final boolean tiny;
    private final List<Tensor> tensors = new ArrayList<>();

    /** @param tiny whether to run the oracle */
    RandomGraphs(SplittableRandom random, int axes, boolean tiny, long... size) {
        this.random = random;
        this.axes = axes;
        this.tiny = tiny;
        builder = new GraphBuilder(axes);
        keep(builder.input("x", 1, size), tiny ? Tiny.input(size) : null);
        int steps = 2 + random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            grow("t" + i);
        }
        graph = builder.build();
    }

    private void keep(Tensor tensor, Tiny seen) {
        tensors.add(tensor);
        oracle.add(seen);
    }

    private void grow(String name) {
        int from = random.nextInt(3) > 0 ? tensors.size() - 1 : random.nextInt(tensors.size());
        Tensor in = tensors.get(from);
        int kind = random.nextInt(10);
        if (kind < 6) {
            local(name, in, oracle.get(from));
        } else if (kind < 8) {
            merge(name, in, oracle.get(from));
        } else if (kind == 8) {
            join(name, in, oracle.get(from), random.nextInt(axes));
        } else {
            gather(name, in, oracle.get(from), random.nextInt(4) == 0);
        }
    }

    private void local(String name, Tensor in, Tiny seen) {
        Step[] steps = new Step[axes];
        boolean same = random.nextBoolean();
        long seed = random.nextLong();
        for (int axis = 0; axis < axes; axis++) {
            SplittableRandom draw = same ? new SplittableRandom(seed) : random;
            steps[axis] = step(draw, in.shape().units(axis));
        }
        long[] out = Arrays.stream(steps).mapToLong(Step::out).toArray();
        Tensor tensor = builder.local(
                OutputLabel.of(name, "Local"),
                in,
                in.shape().size(1),
                Arrays.stream(steps).map(Step::read).toList(),
                out);
        Tiny.Rule[] rules = Arrays.stream(steps).map(Step::rule).toArray(Tiny.Rule[]::new);
        keep(tensor, tiny ? seen.through(out, rules) : null);
    }

    /** Adds a tensor of the same size, or crops both to the smaller of the two. */
    private void merge(String name, Tensor in, Tiny seen) {
        int other = random.nextInt(tensors.size());
        Tensor second = tensors.get(other);
        long[] out = new long[axes];
        Arrays.setAll(
                out, axis -> Math.min(in.shape().units(axis), second.shape().units(axis)));
        long[] sizes = in.shape().sizes();
        System.arraycopy(out, 0, sizes, 2, axes);
        Tensor tensor =
                builder.add(OutputLabel.of(name, "Add"), sizes, DimensionReads.same(in), DimensionReads.same(second));
        keep(tensor, tiny ? seen.through(out, same()).or(oracle.get(other).through(out, same())) : null);
    }

    private Tiny.Rule[] same() {
        Tiny.Rule[] rules = new Tiny.Rule[axes];
        Arrays.fill(rules, (Tiny.Rule) (o, i) -> o == i);
        return rules;
    }

    /** Concatenates two slices along an axis, which may put the tensor together again, roll it, or neither. */
    private void join(String name, Tensor in, Tiny seen, int axis) {
        long units = in.shape().units(axis);
        long cut = random.nextLong(units + 1);
        if (cut == 0 || cut == units || units > 60) {
            return;
        }
        boolean rolled = random.nextBoolean();
        int dim = 2 + axis;
        Tensor low = builder.slice(OutputLabel.of(name + ".low", "Slice"), in, dim, 0, 1, cut);
        Tensor high = builder.slice(OutputLabel.of(name + ".high", "Slice"), in, dim, cut, 1, units - cut);
        long[] extents = new long[axes];
        Arrays.setAll(extents, in.shape()::units);
        long[] ofLow = extents.clone();
        long[] ofHigh = extents.clone();
        ofLow[axis] = cut;
        ofHigh[axis] = units - cut;
        keep(low, tiny ? seen.through(ofLow, same()) : null);
        Tiny.Rule[] shifted = same();
        shifted[axis] = (o, i) -> i == o + cut;
        keep(high, tiny ? seen.through(ofHigh, shifted) : null);
        Tiny.Rule[] roll = same();
        roll[axis] = (o, i) -> i == (o + cut) % units;
        Tensor tensor = rolled
                ? Joins.concat(builder, OutputLabel.of(name, "Concat"), dim, high, low)
                : Joins.concat(builder, OutputLabel.of(name, "Concat"), dim, low, high);
        keep(tensor, tiny ? rolled ? seen.through(extents, roll) : seen : null);
    }

    /** Reads one axis whole; sometimes keeping its size, as attention does. */
    private void gather(String name, Tensor in, Tiny seen, boolean keeping) {
        int axis = random.nextInt(axes);
        long[] out = new long[axes];
        Arrays.setAll(out, in.shape()::units);
        Tiny.Rule[] rules = same();
        rules[axis] = (o, i) -> true;
        if (keeping) {
            keep(builder.mix(OutputLabel.of(name, "Softmax"), in, 2 + axis), tiny ? seen.through(out, rules) : null);
        } else if (axes > 1 || random.nextInt(4) == 0) {
            out[axis] = 1;
            keep(
                    builder.reduce(OutputLabel.of(name, "Mean"), in, true, 2 + axis),
                    tiny ? seen.through(out, rules) : null);
        }
    }

    /** One axis of a local operator; index for index where the one drawn does not fit. */
    private Step step(SplittableRandom draw, long n) {
        long k = draw.nextLong(1, 5);
        long s = draw.nextLong(1, 4);
        long d = draw.nextLong(1, 3);
        long lo = draw.nextInt(3);
        long hi = draw.nextInt(3);
        Step step =
                switch (draw.nextInt(8)) {
                    case 0, 1 -> slide(n, k, s, d, lo, hi);
                    case 2 -> transposed(n, k, s, d, Math.min(lo, 1));
                    case 3 -> blocks(n, s);
                    case 4 -> resample(n, 1 + draw.nextInt(4), 1 + draw.nextInt(3), draw.nextInt(3));
                    case 5 -> border(n, lo, hi, MODES.get(draw.nextInt(3)));
                    case 6 -> slice(n, draw.nextInt(2), draw.nextInt(6) == 0 ? -1 : s);
                    default -> slide(n, k, 1, 1, k / 2, k - 1 - k / 2);
                };
        return step.out >= 1 && step.out <= 400 ? step : slide(n, 1, 1, 1, 0, 0);
    }

    private static Step slide(long n, long k, long s, long d, long lo, long hi) {
        long out = Math.floorDiv(n + lo + hi - d * (k - 1) - 1, s) + 1;
        return new Step(
                new Slide(k, s, d, lo),
                (o, i) -> {
                    boolean reads = false;
                    for (long tap = 0; tap < k; tap++) {
                        reads |= i + lo == o * s + d * tap;
                    }
                    return reads;
                },
                out);
    }

    private static Step transposed(long n, long k, long s, long d, long p) {
        Transposed read = new Transposed(k, s, d, p);
        return new Step(
                read,
                (o, i) -> {
                    boolean writes = false;
                    for (long tap = 0; tap < k; tap++) {
                        writes |= i * s + d * tap - p == o;
                    }
                    return writes;
                },
                (n - 1) * s + d * (k - 1) + 1 - 2 * p);
    }

    private static Step blocks(long n, long b) {
        return new Step(new Transposed(b, b, 1, 0), (o, i) -> i == o / b, n * b);
    }

    /** Half-pixel resizing by {@code up/down}, the oracle in floating point: all coordinates are far from a tie or on one. */
    private static Step resample(long n, long up, long down, int kind) {
        Resample.Interpolation taps = new Resample.Interpolation[] {
                    Resample.Interpolation.LINEAR,
                    Resample.Interpolation.CUBIC,
                    Resample.Interpolation.ROUND_PREFER_FLOOR
                }
                [kind];
        Read read = new Resample(2 * down, down - up, 2 * up, taps);
        return new Step(
                read,
                (o, i) -> {
                    double x = (o + 0.5) * down / up - 0.5;
                    long first = (long) Math.floor(x) - 2; // none that weighs is farther away
                    long nearest = (long) Math.ceil(x - 0.5 - 1e-9);
                    for (long tap = first; tap <= first + 5; tap++) {
                        double away = Math.abs(x - tap);
                        boolean weighs = kind == 0
                                ? away < 1 - 1e-9
                                : kind == 1 ? away < 2 - 1e-9 && Math.abs(away - 1) > 1e-9 : tap == nearest;
                        if (weighs && Math.min(Math.max(tap, 0), n - 1) == i) {
                            return true;
                        }
                    }
                    return false;
                },
                n * up / down);
    }

    private static Step border(long n, long lo, long hi, InputPadding.Mode mode) {
        long low = mode == InputPadding.Mode.REFLECT ? Math.min(lo, n - 1) : Math.min(lo, n);
        long high = mode == InputPadding.Mode.REFLECT ? Math.min(hi, n - 1) : Math.min(hi, n);
        return new Step(
                new InputPadding(low, mode),
                (o, i) -> {
                    long at = o - low;
                    long found =
                            switch (mode) {
                                case EDGE -> at < 0 ? 0 : at >= n ? n - 1 : at;
                                case REFLECT -> at < 0 ? -at : at >= n ? n - 1 - (at - (n - 1)) : at;
                                case WRAP -> at < 0 ? at + n : at >= n ? at - n : at;
                            };
                    return found == i;
                },
                n + low + high);
    }

    private static Step slice(long n, long start, long step) {
        if (step < 0) {
            return new Step(new Slide(1, -1, 1, 1 - n), (o, i) -> i == n - 1 - o, n);
        }
        long out = (n - start + step - 1) / step;
        return new Step(new Slide(1, step, 1, -start), (o, i) -> i == start + o * step, out);
    }
}
