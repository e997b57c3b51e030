package dev.rfsweep.engine;

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

    final List<Slot> slots;

    /** Edges of node {@code n} are {@code edgeStart[n]} to {@code edgeStart[n + 1]}, exclusive. */
    final int[] edgeStart;

    final int[] target;

    /** By slot, then edge. */
    final long[][] weight;

    /** By slot, then node: what a leaf adds itself; 0 elsewhere. */
    final long[][] leafWeight;

    final boolean[] dead;

    /** Position of the automaton that each node stands at. */
    private final int[] position;

    /** Variants below each node, invalid ones included. */
    final BigInteger[] paths;

    /** The same, {@link Long#MAX_VALUE} where it does not fit. */
    final long[] pathsOrMax;

    /** Valid variants below each node. */
    final BigInteger[] validPaths;

    /** Whether every variant below each node is valid. */
    final boolean[] allValid;

    private final boolean[] anyValid;

    /** By slot, then node: least sum of a valid path from the node; meaningless where there is none. */
    final long[][] least;

    /** By slot, then node: greatest sum of a valid path from the node. */
    final long[][] most;

    Trellis(
            List<Slot> slots,
            int[] edgeStart,
            int[] target,
            long[][] weight,
            long[][] leafWeight,
            boolean[] dead,
            int[] position,
            BigInteger[] paths) {
        this.slots = List.copyOf(slots);
        this.edgeStart = edgeStart;
        this.target = target;
        this.weight = weight;
        this.leafWeight = leafWeight;
        this.dead = dead;
        this.position = position;
        int nodes = dead.length;
        this.paths = paths;
        pathsOrMax = new long[nodes];
        validPaths = new BigInteger[nodes];
        allValid = new boolean[nodes];
        anyValid = new boolean[nodes];
        least = new long[slots.size()][nodes];
        most = new long[slots.size()][nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            count(node);
            for (int slot = 0; slot < slots.size(); slot++) {
                bound(slot, node);
            }
        }
    }

    public int nodes() {
        return dead.length;
    }

    public int slotCount() {
        return slots.size();
    }

    /** The first edge that leaves {@code node}; those of the next node follow the last. */
    public int firstEdge(int node) {
        return edgeStart[node];
    }

    /** The position of the automaton behind {@code node}; the edges that leave it are the branches there, in order. */
    public int position(int node) {
        return position[node];
    }

    /** Whether {@code node} has no edges: a complete variant, or a dead end. */
    public boolean isLeaf(int node) {
        return edgeStart[node] == edgeStart[node + 1];
    }

    /** The node that {@code edge} leads to. */
    public int target(int edge) {
        return target[edge];
    }

    /** What {@code edge} adds to {@code slot}. */
    public long weight(int slot, int edge) {
        return weight[slot][edge];
    }

    /** What the complete variants at leaf {@code node} add to {@code slot}. */
    public long leafWeight(int slot, int node) {
        return leafWeight[slot][node];
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
        return paths[node];
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

    /** Valid variants with an id below {@code id}. */
    BigInteger validBefore(BigInteger id) {
        BigInteger before = BigInteger.ZERO;
        BigInteger rest = id;
        int node = 0;
        while (!isLeaf(node) && rest.compareTo(paths[node]) < 0) {
            int edge = edgeStart[node];
            for (; rest.compareTo(paths[target[edge]]) >= 0; edge++) {
                before = before.add(validPaths[target[edge]]);
                rest = rest.subtract(paths[target[edge]]);
            }
            node = target[edge];
        }
        return rest.compareTo(paths[node]) < 0 ? before : before.add(validPaths[node]);
    }

    /** Mostly everything is valid, and then nothing is added up. */
    private void count(int node) {
        boolean all = !dead[node];
        boolean any = all && isLeaf(node);
        for (int edge = edgeStart[node]; edge < edgeStart[node + 1]; edge++) {
            all &= allValid[target[edge]];
            any |= anyValid[target[edge]];
        }
        allValid[node] = all;
        anyValid[node] = any;
        validPaths[node] = all ? paths[node] : BigInteger.ZERO;
        for (int edge = edgeStart[node]; any && !all && edge < edgeStart[node + 1]; edge++) {
            validPaths[node] = validPaths[node].add(validPaths[target[edge]]);
        }
        pathsOrMax[node] = paths[node].bitLength() < 64 ? paths[node].longValue() : Long.MAX_VALUE;
    }

    private void bound(int slot, int node) {
        if (isLeaf(node)) {
            least[slot][node] = leafWeight[slot][node];
            most[slot][node] = leafWeight[slot][node];
            return;
        }
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int edge = edgeStart[node]; edge < edgeStart[node + 1]; edge++) {
            int next = target[edge];
            if (hasValid(next)) {
                low = Math.min(low, slots.get(slot).plus(weight[slot][edge], least[slot][next]));
                high = Math.max(high, slots.get(slot).plus(weight[slot][edge], most[slot][next]));
            }
        }
        least[slot][node] = low == Long.MAX_VALUE ? 0 : low;
        most[slot][node] = low == Long.MAX_VALUE ? 0 : high;
    }
}
