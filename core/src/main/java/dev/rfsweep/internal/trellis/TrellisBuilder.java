package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.RefusedException;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multiplies the automaton of a space with the states that its paths reach, position by position. */
public final class TrellisBuilder {

    /** Edges beyond which a trellis is refused: what later layers depend on then differs too much. */
    private static final long MOST_EDGES = 1 << 26;

    /** Columns are copied when they grow and again when they are whole. */
    private static final int COPIES = 3;

    private final Space space;
    private final List<Slot> slots;
    private final Transitions transitions;
    private final long mostEdges;
    private final Cancellation cancellation;

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

    private TrellisBuilder(Space space, Transitions transitions, Cancellation cancellation) {
        this.space = space;
        this.slots = transitions.slots();
        this.cancellation = cancellation;
        this.transitions = transitions;
        slots.forEach(slot -> weight.add(new LongArrayList()));
        long bytesPerEdge = COPIES * (Integer.BYTES + (long) Long.BYTES * slots.size());
        this.mostEdges = Math.min(MOST_EDGES, Runtime.getRuntime().maxMemory() / bytesPerEdge);
    }

    /**
     * Compiles {@code space} by {@code transitions}, all of which are met then.
     *
     * @throws RefusedException when a metric of some variant does not fit, naming the metric and the stage
     * @throws java.util.concurrent.CancellationException when {@code cancellation} stops it
     */
    public static Trellis build(Space space, Transitions transitions, Cancellation cancellation) {
        return build(space, transitions, Integer.MAX_VALUE, cancellation).orElseThrow();
    }

    /** The same; empty as soon as there are more than {@code mostNodes} nodes. */
    public static Optional<Trellis> build(
            Space space, Transitions transitions, int mostNodes, Cancellation cancellation) {
        TrellisBuilder builder = new TrellisBuilder(space, transitions, cancellation);
        try {
            return builder.build(mostNodes);
        } catch (Exact.Overflow overflow) {
            throw new RefusedException(overflow.getMessage() + " of some variant does not fit 63 bits");
        }
    }

    private Optional<Trellis> build(int mostNodes) {
        Automaton automaton = space.automaton();
        for (int at = 0; at < automaton.size(); at++) {
            nodeOf.add(null);
            nodesAt.add(null);
        }
        node(automaton.start(), transitions.start());
        IntArrayList order = new IntArrayList();
        for (int at = automaton.start(); at >= 0; at--) {
            if (nodesAt.get(at) != null) {
                for (int node : nodesAt.get(at).toIntArray()) {
                    order.add(node);
                    edgeStart.add(target.size());
                    expand(at, node);
                    if (stateOf.size() > mostNodes) {
                        return Optional.empty();
                    }
                }
                nodesAt.set(at, null);
                nodeOf.set(at, null);
            }
        }
        edgeStart.add(target.size());
        return Optional.of(finish(order.toIntArray()));
    }

    private void expand(int at, int node) {
        cancellation.check();
        int state = stateOf.getInt(node);
        if (at == Automaton.END || transitions.isDead(state)) {
            return;
        }
        Automaton.Position position = space.automaton().at(at);
        if (position instanceof Automaton.Step step) {
            Transitions.Transition[] from = transitions.from(step, state);
            for (int branch = 0; branch < from.length; branch++) {
                cancellation.check();
                Transitions.Transition transition = transitions.of(from, step, state, branch);
                edge(node, node(step.next(), transition.next()), transition.sums());
            }
        } else {
            long[] nothing = new long[slots.size()];
            for (int branch = 0; branch < position.branches(); branch++) {
                edge(node, node(position.target(branch), state), nothing);
            }
        }
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
        boolean[] dead = new boolean[nodes];
        int[] positionOf = new int[nodes];
        BigInteger[] paths = new BigInteger[nodes];
        long[][] leafWeight = new long[slots.size()][nodes];
        for (int node = 0; node < nodes; node++) {
            cancellation.check();
            for (int edge = edgeStart.getInt(node); edge < edgeStart.getInt(node + 1); edge++) {
                targets[edge] = renumbered[targets[edge]];
            }
            int state = stateOf.getInt(order[node]);
            int position = positions.getInt(order[node]);
            dead[node] = transitions.isDead(state);
            positionOf[node] = position;
            paths[node] = space.automaton().paths(position);
            boolean complete = position == Automaton.END && !dead[node];
            for (int slot = 0; complete && slot < slots.size(); slot++) {
                leafWeight[slot][node] = transitions.leafWeight(slot, state);
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
                new boolean[slots.size()],
                cancellation);
    }
}
