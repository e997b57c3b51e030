package dev.rfsweep.internal.paths;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Least and greatest sum of edge weights over the paths to every node, or from every node. Sums are exact: one that leaves the
 * range of a {@code long} is an {@link ArithmeticException}.
 */
public final class SumBounds {

    private final long[] least;
    private final long[] most;

    private SumBounds(int nodes) {
        this.least = new long[nodes];
        this.most = new long[nodes];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(most, Long.MIN_VALUE);
    }

    /**
     * Over the paths from the root of {@code graph} to each node.
     *
     * @param way by edge, the index of its weight; null where that is the edge itself
     * @param weight what edges add
     * @param check run at every node, so that it may throw what stops it
     */
    public static SumBounds ofPrefixes(PathGraph graph, int[] way, long[] weight, Runnable check) {
        SumBounds bounds = new SumBounds(graph.nodes());
        bounds.least[0] = 0;
        bounds.most[0] = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            check.run();
            if (bounds.exist(node)) {
                for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                    bounds.extend(graph.target(edge), node, weight[way == null ? edge : way[edge]]);
                }
            }
        }
        return bounds;
    }

    /**
     * Over the paths from each node of {@code graph} to a leaf.
     *
     * @param way by edge, the index of its weight; null where that is the edge itself
     * @param weight what edges add
     * @param origin by node, the index of its leaf weight; null where that is the node itself
     * @param leafWeight what leaves add
     * @param counts which leaves count
     * @param check run at every node, so that it may throw what stops it
     */
    public static SumBounds ofSuffixes(
            PathGraph graph,
            int[] way,
            long[] weight,
            int[] origin,
            long[] leafWeight,
            IntPredicate counts,
            Runnable check) {
        SumBounds bounds = new SumBounds(graph.nodes());
        for (int node = graph.nodes() - 1; node >= 0; node--) {
            check.run();
            if (graph.isLeaf(node)) {
                if (counts.test(node)) {
                    bounds.least[node] = leafWeight[origin == null ? node : origin[node]];
                    bounds.most[node] = bounds.least[node];
                }
                continue;
            }
            for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                if (bounds.exist(graph.target(edge))) {
                    bounds.extend(node, graph.target(edge), weight[way == null ? edge : way[edge]]);
                }
            }
        }
        return bounds;
    }

    /** The least sums by node; the array itself, not to be written to. */
    public long[] least() {
        return least;
    }

    /** The greatest sums by node, below {@link #least} where there is no path; the array itself, not to be written to. */
    public long[] most() {
        return most;
    }

    /** Whether any path counts at {@code node}. */
    public boolean exist(int node) {
        return least[node] <= most[node];
    }

    /** Widens the bounds at {@code node} so that they hold those at {@code other} with {@code more} added. */
    private void extend(int node, int other, long more) {
        least[node] = Math.min(least[node], Math.addExact(least[other], more));
        most[node] = Math.max(most[node], Math.addExact(most[other], more));
    }
}
