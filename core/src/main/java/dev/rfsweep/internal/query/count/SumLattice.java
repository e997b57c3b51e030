package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;

/**
 * Where the sums of one slot lie: at every node on a line of equal steps, from the least sum of a path from the root on.
 * All nodes have the same step, the greatest that divides all differences between sums at one node. Channels are mostly multiples of
 * eight, and MACs are multiples of the area of a map, so that even params and MACs have few possible values.
 */
final class SumLattice {

    private final Trellis trellis;
    private final int slot;

    /** By node: least and greatest sum of a path from the root; meaningless where there is none. */
    private final long[] least;

    private final long[] most;
    private final long step;

    SumLattice(Trellis trellis, int slot, Cancellation cancellation) {
        this.trellis = trellis;
        this.slot = slot;
        SumBounds bounds = trellis.prefixBounds(slot, cancellation);
        this.least = bounds.least();
        this.most = bounds.most();
        long step = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            cancellation.check();
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                step = divisor(step, detour(node, edge));
            }
        }
        this.step = Math.max(step, 1);
    }

    /** How much more a prefix has by {@code edge} out of {@code node} than the least prefix at its end. */
    private long detour(int node, int edge) {
        return least[node] + trellis.weight(slot, edge) - least[trellis.target(edge)];
    }

    /** The least sum at {@code node}, that of cell 0. */
    long least(int node) {
        return least[node];
    }

    /** Cells at {@code node}. */
    long cells(int node) {
        return (most[node] - least[node]) / step + 1;
    }

    /** The sum of cell {@code cell} at {@code node}. */
    long sum(int node, long cell) {
        return least[node] + cell * step;
    }

    /** Number of the first cell at {@code node} whose sum is {@code bound} at least; {@link #cells} when there is none. */
    long firstFrom(int node, long bound) {
        if (bound <= least[node]) {
            return 0;
        }
        return bound > most[node] ? cells(node) : (bound - least[node] + step - 1) / step;
    }

    /** Cells at the node that has most. */
    long most() {
        long cells = 0;
        for (int node = 0; node < least.length; node++) {
            cells = Math.max(cells, cells(node));
        }
        return cells;
    }

    /** Cells by which {@code edge} out of {@code node} moves a prefix. */
    long shift(int node, int edge) {
        return detour(node, edge) / step;
    }

    private static long divisor(long one, long other) {
        long rest = other;
        long divisor = one;
        while (rest != 0) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return divisor;
    }
}
