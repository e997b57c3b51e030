package dev.rfsweep.engine;

import dev.rfsweep.model.Layer;
import dev.rfsweep.model.Metric;
import dev.rfsweep.space.Automaton;
import dev.rfsweep.space.FixedBlock;
import dev.rfsweep.space.Lowering;
import dev.rfsweep.space.Option;
import dev.rfsweep.space.Space;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Multiplies the automaton of a space with the states that its paths reach, position by position. */
final class TrellisBuilder {

    /** More states than this are not a tiny state any more. */
    private static final int MOST_EDGES = 1 << 26;

    private final Space space;
    private final Axes axes;
    private final Tracking tracking;
    private final List<Slot> slots;
    private final Lowering lowering;

    /** Nodes of each position by state, in the order they were met; ids are handed out later. */
    private final List<Map<State, Integer>> reached = new ArrayList<>();

    private final List<State> states = new ArrayList<>();
    private final IntArrayList positions = new IntArrayList();
    private final IntArrayList edgeStart = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final List<LongArrayList> weight = new ArrayList<>();

    /** By node: the greatest sum of each slot on any path from the root; what proves that nothing overflows. */
    private final List<long[]> greatest = new ArrayList<>();

    private TrellisBuilder(Space space, Axes axes, List<Slot> slots) {
        this.space = space;
        this.axes = axes;
        this.slots = slots;
        Set<Metric> metrics = slots.stream().map(Slot::metric).collect(Collectors.toSet());
        this.tracking = Tracking.of(space, axes, metrics);
        this.lowering = new Lowering(space.input().rank());
        slots.forEach(slot -> weight.add(new LongArrayList()));
    }

    /**
     * Compiles {@code space} for {@code slots}.
     *
     * @throws RefusedException when a metric of some variant does not fit, naming the metric and the stage
     */
    static Trellis build(Space space, Axes axes, List<Slot> slots) {
        TrellisBuilder builder = new TrellisBuilder(space, axes, slots);
        try {
            return builder.build();
        } catch (Fold.OverflowInMetric overflow) {
            throw new RefusedException(overflow.metric.label() + " of some variant does not fit 63 bits");
        }
    }

    private Trellis build() {
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            reached.add(new LinkedHashMap<>());
        }
        node(automaton.start(), root());
        List<Integer> order = new ArrayList<>();
        for (int at = automaton.start(); at >= 0; at--) {
            for (Map.Entry<State, Integer> entry : reached.get(at).entrySet()) {
                order.add(entry.getValue());
                edgeStart.add(target.size());
                expand(at, entry.getKey(), greatest.get(entry.getValue()));
            }
        }
        edgeStart.add(target.size());
        return finish(order);
    }

    private void expand(int at, State state, long[] sums) {
        if (at == Automaton.END || state.equals(State.DEAD)) {
            return;
        }
        Automaton.Position position = space.automaton().at(at);
        if (position instanceof Automaton.Step step) {
            List<List<Layer>> layers = new ArrayList<>();
            for (Option option : step.options()) {
                layers.add(layers(option, state.channels()));
            }
            for (int branch = 0; branch < layers.size(); branch++) {
                edge(state, sums, step.options().get(branch), layers.get(branch), step.next());
            }
        } else {
            for (int branch = 0; branch < position.branches(); branch++) {
                edge(node(position.target(branch), state), sums, null);
            }
        }
    }

    private void edge(State state, long[] sums, Option option, List<Layer> layers, int next) {
        Fold fold = new Fold(tracking, axes, state);
        try {
            fold.run(layers);
            edge(node(next, fold.state()), sums, fold);
        } catch (Fold.OverflowInMetric overflow) {
            throw new RefusedException(overflow.metric.label() + " does not fit 63 bits in stage "
                    + Stages.describe(space, option.blocks().get(0)));
        }
    }

    private void edge(int to, long[] sums, Fold fold) {
        if (target.size() >= MOST_EDGES) {
            throw new RefusedException("the space has more than " + MOST_EDGES
                    + " steps between distinct states for these columns; ask for fewer columns");
        }
        target.add(to);
        for (int slot = 0; slot < slots.size(); slot++) {
            long more = fold == null ? 0 : fold.sum(slots.get(slot));
            long sum = Fold.plus(slots.get(slot).metric(), sums[slot], more);
            greatest.get(to)[slot] = Math.max(greatest.get(to)[slot], sum);
            weight.get(slot).add(more);
        }
    }

    private int node(int position, State state) {
        return reached.get(position).computeIfAbsent(state, fresh -> {
            states.add(fresh);
            positions.add(position);
            greatest.add(new long[slots.size()]);
            return states.size() - 1;
        });
    }

    private State root() {
        List<Long> sizes = new ArrayList<>();
        for (int axis : axes.representatives()) {
            sizes.add(tracking.size() ? space.input().size().get(axis) : 0L);
        }
        return new State(
                Collections.nCopies(axes.count(), 1L), sizes, tracking.channels() ? space.inputChannels() : 0, false);
    }

    private List<Layer> layers(Option option, long channelsBefore) {
        List<Layer> layers = new ArrayList<>();
        long channels = channelsBefore;
        for (FixedBlock block : option.blocks()) {
            layers.addAll(lowering.layers(block, channels));
            channels = lowering.outChannels(block, channels);
        }
        return layers;
    }

    /** Renumbers nodes into topological order and hands the columns over. */
    private Trellis finish(List<Integer> order) {
        int nodes = order.size();
        int[] renumbered = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            renumbered[order.get(node)] = node;
        }
        int[] targets = target.toIntArray();
        for (int edge = 0; edge < targets.length; edge++) {
            targets[edge] = renumbered[targets[edge]];
        }
        boolean[] dead = new boolean[nodes];
        int[] positionOf = new int[nodes];
        BigInteger[] leafPaths = new BigInteger[nodes];
        long[][] leafWeight = new long[slots.size()][nodes];
        for (int node = 0; node < nodes; node++) {
            State state = states.get(order.get(node));
            int position = positions.getInt(order.get(node));
            dead[node] = state.equals(State.DEAD);
            positionOf[node] = position;
            leafPaths[node] = space.automaton().paths(position);
            for (int slot = 0; slot < slots.size() && position == Automaton.END && !dead[node]; slot++) {
                leafWeight[slot][node] = leafWeight(slots.get(slot), state);
            }
        }
        long[][] weights = weight.stream().map(LongArrayList::toLongArray).toArray(long[][]::new);
        return new Trellis(slots, edgeStart.toIntArray(), targets, weights, leafWeight, dead, positionOf, leafPaths);
    }

    private static long leafWeight(Slot slot, State state) {
        return switch (slot.metric()) {
            case STRIDE -> state.strides().get(slot.axis());
            case OUT -> state.sizes().get(slot.axis());
            default -> 0;
        };
    }
}
