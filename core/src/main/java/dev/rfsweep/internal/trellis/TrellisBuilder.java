package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Option;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Metric;
import dev.rfsweep.model.RefusedException;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Multiplies the automaton of a space with the states that its paths reach, position by position. */
public final class TrellisBuilder {

    /** Edges beyond which a trellis is refused: what later layers depend on then differs too much. */
    private static final long MOST_EDGES = 1 << 26;

    /** Columns are copied when they grow and again when they are whole. */
    private static final int COPIES = 3;

    private final Space space;
    private final Axes axes;
    private final Tracking tracking;
    private final List<Slot> slots;

    /** Slots that operators add to by themselves. */
    private final int[] spending;

    private final Fragments fragments;
    private final long mostEdges;
    private final Cancellation cancellation;

    /** What every choice of a step does to a state. Copies share their options, so most steps are met again. */
    private final IdentityHashMap<List<Option>, Int2ObjectOpenHashMap<Moves>> known = new IdentityHashMap<>();

    private final Object2IntOpenHashMap<State> numbers = new Object2IntOpenHashMap<>();
    private final List<State> states = new ArrayList<>();

    /** By position: the node of each state there, and the nodes in the order they were met; ids are handed out later. */
    private final List<Int2IntOpenHashMap> nodeOf = new ArrayList<>();

    private final List<IntArrayList> nodesAt = new ArrayList<>();

    /** By node: the number of its state, and its position. */
    private final IntArrayList stateOf = new IntArrayList();

    private final IntArrayList positions = new IntArrayList();

    private final IntArrayList edgeStart = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final List<LongArrayList> weight = new ArrayList<>();

    /** By node: the greatest sum of each slot on any path from the root; what proves that nothing overflows. */
    private final List<long[]> greatest = new ArrayList<>();

    /** The choices of a step from one state. */
    private static final class Moves {
        /** By choice: number of the state behind it. */
        final int[] next;

        /** By choice, then slot: what the choice adds. */
        final long[][] sums;

        Moves(int choices) {
            next = new int[choices];
            sums = new long[choices][];
        }
    }

    private TrellisBuilder(Space space, Axes axes, List<Slot> slots, Cancellation cancellation) {
        this.space = space;
        this.axes = axes;
        this.slots = slots;
        this.cancellation = cancellation;
        Set<Metric> metrics = slots.stream().map(Slot::metric).collect(Collectors.toSet());
        this.fragments = new Fragments(space.input().rank());
        this.tracking = Tracking.of(space, metrics, fragments);
        this.spending = spending(slots, tracking);
        slots.forEach(slot -> weight.add(new LongArrayList()));
        long bytesPerEdge = COPIES * (Integer.BYTES + (long) Long.BYTES * slots.size());
        this.mostEdges = Math.min(MOST_EDGES, Runtime.getRuntime().maxMemory() / bytesPerEdge);
    }

    /** Costs that depend on sizes are 0 where no size is known. */
    private static int[] spending(List<Slot> slots, Tracking tracking) {
        return IntStream.range(0, slots.size())
                .filter(slot -> slots.get(slot).metric().hasCost())
                .filter(slot -> tracking.size() || !slots.get(slot).metric().needs(Metric.Need.SIZE))
                .toArray();
    }

    /**
     * Compiles {@code space} for {@code slots}.
     *
     * @throws RefusedException when a metric of some variant does not fit, naming the metric and the stage
     * @throws java.util.concurrent.CancellationException when {@code cancellation} stops it
     */
    public static Trellis build(Space space, Axes axes, List<Slot> slots, Cancellation cancellation) {
        TrellisBuilder builder = new TrellisBuilder(space, axes, slots, cancellation);
        try {
            return builder.build();
        } catch (Exact.Overflow overflow) {
            throw new RefusedException(overflow.getMessage() + " of some variant does not fit 63 bits");
        }
    }

    private Trellis build() {
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            nodeOf.add(null);
            nodesAt.add(null);
        }
        node(automaton.start(), number(new State(List.of(tracking.input(space, axes)))));
        IntArrayList order = new IntArrayList();
        for (int at = automaton.start(); at >= 0; at--) {
            if (nodesAt.get(at) != null) {
                for (int node : nodesAt.get(at).toIntArray()) {
                    order.add(node);
                    edgeStart.add(target.size());
                    expand(at, node);
                }
                nodesAt.set(at, null);
                nodeOf.set(at, null);
            }
        }
        edgeStart.add(target.size());
        return finish(order.toIntArray());
    }

    private void expand(int at, int node) {
        cancellation.check();
        int state = stateOf.getInt(node);
        if (at == Automaton.END || states.get(state).equals(State.DEAD)) {
            return;
        }
        Automaton.Position position = space.automaton().at(at);
        if (position instanceof Automaton.Step step) {
            Moves moves = known.computeIfAbsent(step.options(), fresh -> new Int2ObjectOpenHashMap<>())
                    .computeIfAbsent(state, fresh -> moves(step, states.get(state)));
            for (int branch = 0; branch < moves.next.length; branch++) {
                edge(node, node(step.next(), moves.next[branch]), moves.sums[branch]);
            }
        } else {
            long[] nothing = new long[slots.size()];
            for (int branch = 0; branch < position.branches(); branch++) {
                edge(node, node(position.target(branch), state), nothing);
            }
        }
    }

    private Moves moves(Automaton.Step step, State state) {
        Moves moves = new Moves(step.branches());
        for (int branch = 0; branch < step.branches(); branch++) {
            cancellation.check();
            Option option = step.options().get(branch);
            Fold fold = new Fold(slots, spending, tracking, axes, state);
            try {
                for (FixedBlock block : option.blocks()) {
                    fragments.of(block, fold.channels()).accept(fold);
                }
                moves.next[branch] = number(fold.finish());
            } catch (Exact.Overflow overflow) {
                throw overflow(overflow, option);
            }
            moves.sums[branch] = fold.sums();
        }
        return moves;
    }

    private RefusedException overflow(Exact.Overflow overflow, Option option) {
        return new RefusedException(overflow.getMessage() + " does not fit 63 bits in stage "
                + Stages.describe(space, option.blocks().get(0)));
    }

    private void edge(int from, int to, long[] more) {
        if (target.size() >= mostEdges) {
            throw new RefusedException("the space has more than " + mostEdges
                    + " steps between distinct states for these columns; ask for fewer columns");
        }
        target.add(to);
        for (int slot = 0; slot < more.length; slot++) {
            long sum = slots.get(slot).plus(greatest.get(from)[slot], more[slot]);
            greatest.get(to)[slot] = Math.max(greatest.get(to)[slot], sum);
            weight.get(slot).add(more[slot]);
        }
    }

    private int number(State state) {
        int fresh = states.size();
        int number = numbers.computeIfAbsent(state, unmet -> fresh);
        if (number == fresh) {
            states.add(state);
        }
        return number;
    }

    private int node(int position, int state) {
        if (nodeOf.get(position) == null) {
            nodeOf.set(position, new Int2IntOpenHashMap());
            nodesAt.set(position, new IntArrayList());
        }
        int fresh = stateOf.size();
        int node = nodeOf.get(position).computeIfAbsent(state, unmet -> fresh);
        if (node == fresh) {
            nodesAt.get(position).add(node);
            stateOf.add(state);
            positions.add(position);
            greatest.add(new long[slots.size()]);
        }
        return node;
    }

    /** Renumbers nodes into topological order and hands the columns over. */
    private Trellis finish(int[] order) {
        int nodes = order.length;
        int[] renumbered = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            renumbered[order[node]] = node;
        }
        int[] targets = target.toIntArray();
        for (int edge = 0; edge < targets.length; edge++) {
            targets[edge] = renumbered[targets[edge]];
        }
        boolean[] dead = new boolean[nodes];
        int[] positionOf = new int[nodes];
        BigInteger[] paths = new BigInteger[nodes];
        long[][] leafWeight = new long[slots.size()][nodes];
        for (int node = 0; node < nodes; node++) {
            cancellation.check();
            State state = states.get(stateOf.getInt(order[node]));
            int position = positions.getInt(order[node]);
            dead[node] = state.equals(State.DEAD);
            positionOf[node] = position;
            paths[node] = space.automaton().paths(position);
            for (int slot = 0;
                    slot < slots.size()
                            && position == Automaton.END
                            && !dead[node]
                            && state.last().isLocal();
                    slot++) {
                leafWeight[slot][node] = slots.get(slot).last(state.last(), axes);
            }
        }
        long[][] weights = weight.stream().map(LongArrayList::toLongArray).toArray(long[][]::new);
        return new Trellis(
                slots,
                new PathGraph(edgeStart.toIntArray(), targets, paths),
                weights,
                leafWeight,
                dead,
                positionOf,
                new boolean[slots.size()]);
    }
}
