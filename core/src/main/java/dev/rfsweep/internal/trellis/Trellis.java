package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.paths.PathCut;
import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.IdRange;
import java.math.BigInteger;
import java.util.List;

/**
 * A space compiled to columns: nodes in topological order from the root, node 0, and edges grouped by the node they
 * leave, in the order of the ids. Summing the edge weights of one slot along a path, and the last node's own weight,
 * gives the metric of that variant (but for {@link Slot#constant()}).
 *
 * <p>A node is a leaf if it has no edges: a complete variant, or a <em>dead</em> end that stands for all the invalid
 * variants below it, whose state no longer matters. Building proves with exact arithmetic that no sum overflows a
 * {@code long}. Immutable: arrays are never written after construction and never handed out of the package.
 */
public final class Trellis {

    public final List<Slot> slots;

    private final PathGraph graph;

    /** By slot, then edge. */
    public final long[][] weight;

    /** By slot, then node: what a leaf adds itself; 0 elsewhere. */
    public final long[][] leafWeight;

    public final boolean[] dead;

    /** Position of the automaton that each node stands at. */
    private final int[] position;

    /** Valid variants below each node. */
    final BigInteger[] validPaths;

    /** Whether every variant below each node is valid. */
    public final boolean[] allValid;

    private final boolean[] anyValid;

    /** By slot, then node: least sum of a valid path from the node; meaningless where there is none. */
    public final long[][] least;

    /** By slot, then node: greatest sum of a valid path from the node. */
    public final long[][] most;

    /** By slot: whether sums need {@code long}s. The bounds of the whole space decide, also where it is cut. */
    private final boolean[] wide;

    /**
     * Takes over the arrays.
     *
     * @param wide by slot, whether sums need {@code long}s even if those of this trellis do not
     */
    Trellis(
            List<Slot> slots,
            PathGraph graph,
            long[][] weight,
            long[][] leafWeight,
            boolean[] dead,
            int[] position,
            boolean[] wide,
            Cancellation cancellation) {
        this.slots = List.copyOf(slots);
        this.graph = graph;
        this.weight = weight;
        this.leafWeight = leafWeight;
        this.dead = dead;
        this.position = position;
        this.wide = wide;
        int nodes = dead.length;
        validPaths = new BigInteger[nodes];
        allValid = new boolean[nodes];
        anyValid = new boolean[nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            cancellation.check();
            count(node);
        }
        least = new long[slots.size()][];
        most = new long[slots.size()][];
        for (int slot = 0; slot < least.length; slot++) {
            SumBounds bounds = bound(slot, cancellation);
            least[slot] = bounds.least();
            most[slot] = bounds.most();
            wide[slot] |= least[slot][0] < Integer.MIN_VALUE / 4 || most[slot][0] > Integer.MAX_VALUE / 2;
        }
    }

    /** Whether cells of {@code slot} are {@code long}s: with room for constants and what kernels add on the way. */
    public boolean isWide(int slot) {
        return wide[slot];
    }

    /** The paths, every variant being one and its id its number. */
    public PathGraph graph() {
        return graph;
    }

    public int nodes() {
        return dead.length;
    }

    public int slotCount() {
        return slots.size();
    }

    /** The first edge that leaves {@code node}; those of the next node follow the last. */
    public int firstEdge(int node) {
        return graph.firstEdge(node);
    }

    /** The position of the automaton behind {@code node}; the edges that leave it are the branches there, in order. */
    public int position(int node) {
        return position[node];
    }

    /** Whether {@code node} has no edges: a complete variant, or a dead end. */
    public boolean isLeaf(int node) {
        return graph.isLeaf(node);
    }

    /** The node that {@code edge} leads to. */
    public int target(int edge) {
        return graph.target(edge);
    }

    /** What {@code edge} adds to {@code slot}. */
    public long weight(int slot, int edge) {
        return weight[slot][edge];
    }

    /** What the complete variants at leaf {@code node} add to {@code slot}. */
    public long leafWeight(int slot, int node) {
        return leafWeight[slot][node];
    }

    /** By slot, what a path adds up to behind {@code edge} that adds up to {@code sums} before it. */
    public long[] sums(long[] sums, int edge) {
        long[] behind = new long[sums.length];
        for (int slot = 0; slot < behind.length; slot++) {
            behind[slot] = sums[slot] + weight[slot][edge];
        }
        return behind;
    }

    /** Least sum of {@code slot} over the valid paths from {@code node}; meaningless when there is none. */
    public long least(int slot, int node) {
        return least[slot][node];
    }

    /** Greatest sum of {@code slot} over the valid paths from {@code node}. */
    public long most(int slot, int node) {
        return most[slot][node];
    }

    /** Variants below {@code node}, invalid ones included: how far apart the ids of two siblings are. */
    public BigInteger paths(int node) {
        return graph.paths(node);
    }

    /** Valid variants below {@code node}. */
    public BigInteger validPaths(int node) {
        return validPaths[node];
    }

    /** What path sums of {@code slot} lack of its metric. */
    public int constant(int slot) {
        return slots.get(slot).constant();
    }

    /** Whether any variant below {@code node} is valid. */
    public boolean hasValid(int node) {
        return anyValid[node];
    }

    /** Bounds of the sums of {@code slot} over the paths from the root to every node, dead ends included. */
    public SumBounds prefixBounds(int slot, Cancellation cancellation) {
        return SumBounds.ofPrefixes(graph, null, weight[slot], cancellation::check);
    }

    /** Valid variants with an id below {@code id}. */
    public BigInteger validBefore(BigInteger id) {
        if (id.compareTo(graph.paths(0)) >= 0) {
            return validPaths[0];
        }
        BigInteger[] before = {BigInteger.ZERO};
        graph.follow(id, (node, branch) -> {
            for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node) + branch; edge++) {
                before[0] = before[0].add(validPaths[graph.target(edge)]);
            }
        });
        return before[0];
    }

    /**
     * Only the variants with {@code ids}. The others become invalid, so that ids and the
     * branches of every node stay what they are.
     */
    public Trellis within(IdRange ids, Cancellation cancellation) {
        if (ids.equals(IdRange.first(graph.paths(0)))) {
            return this;
        }
        PathCut cut = new PathCut(graph, ids.from(), ids.to(), cancellation::check);
        int nodes = cut.graph().nodes();
        boolean[] cutDead = new boolean[nodes];
        int[] cutPosition = new int[nodes];
        long[][] cutLeafWeight = new long[slots.size()][nodes];
        long[][] cutWeight = new long[slots.size()][cut.graph().edges()];
        for (int node = 0; node < nodes; node++) {
            cutDead[node] = cut.isOutside(node) || dead[cut.origin(node)];
            cutPosition[node] = position[cut.origin(node)];
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            for (int node = 0; node < nodes; node++) {
                cutLeafWeight[slot][node] = cut.isOutside(node) ? 0 : leafWeight[slot][cut.origin(node)];
            }
            for (int edge = 0; edge < cutWeight[slot].length; edge++) {
                cutWeight[slot][edge] = weight[slot][cut.way(edge)];
            }
        }
        return new Trellis(
                slots, cut.graph(), cutWeight, cutLeafWeight, cutDead, cutPosition, wide.clone(), cancellation);
    }

    /** Mostly everything is valid, and then nothing is added up. */
    private void count(int node) {
        boolean all = !dead[node];
        boolean any = all && isLeaf(node);
        for (int edge = firstEdge(node); edge < firstEdge(node + 1); edge++) {
            all &= allValid[target(edge)];
            any |= anyValid[target(edge)];
        }
        allValid[node] = all;
        anyValid[node] = any;
        validPaths[node] = all ? paths(node) : BigInteger.ZERO;
        for (int edge = firstEdge(node); any && !all && edge < firstEdge(node + 1); edge++) {
            validPaths[node] = validPaths[node].add(validPaths[target(edge)]);
        }
    }

    private SumBounds bound(int slot, Cancellation cancellation) {
        try {
            return SumBounds.ofSuffixes(
                    graph, null, weight[slot], null, leafWeight[slot], node -> !dead[node], cancellation::check);
        } catch (ArithmeticException e) {
            throw Exact.overflow(slots.get(slot).metric().label());
        }
    }
}
