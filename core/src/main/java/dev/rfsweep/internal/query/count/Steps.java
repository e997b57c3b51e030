package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.trellis.Trellis;

/**
 * The edges out of one node as a {@link LineTally} takes them: choices that lead to the same node with the same sums are
 * one step, taken several times. Which of them it was does not matter for a count.
 */
final class Steps {

    /** Looking for equals takes the square of the number of edges, so it is left out where they are many. */
    private static final int FEW = 256;

    final int[] target;

    /** Cells by which a step moves a line. */
    final long[] shift;

    /** What a step adds to a key. */
    final long[] key;

    final int[] times;
    private int count;

    Steps(Trellis trellis, SumLattice lattice, FilterKeys keys, int node) {
        int first = trellis.firstEdge(node);
        int end = trellis.firstEdge(node + 1);
        target = new int[end - first];
        shift = new long[end - first];
        key = new long[end - first];
        times = new int[end - first];
        for (int edge = first; edge < end; edge++) {
            if (trellis.hasValid(trellis.target(edge))) {
                add(trellis.target(edge), lattice.shift(node, edge), keys.weight(edge), end - first <= FEW);
            }
        }
    }

    /** Number of different steps. */
    int count() {
        return count;
    }

    private void add(int next, long cells, long weight, boolean merge) {
        int at = merge ? 0 : count;
        while (at < count && (target[at] != next || shift[at] != cells || key[at] != weight)) {
            at++;
        }
        target[at] = next;
        shift[at] = cells;
        key[at] = weight;
        times[at]++;
        count = Math.max(count, at + 1);
    }
}
