package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Selection;

/**
 * Chooses the nodes that carry a suffix table: those with few enough paths below, as near to the root as possible.
 * Tables are what costs memory, so where a trellis has very many states they get smaller until all of them fit.
 */
final class Frontier {

    /** What all tables together may take, in rows. */
    private static final long MOST_ROWS = 1L << 21;

    /** A node with very many leaves is better one long table than as many blocks of a row each. */
    private static final int LONG_TABLE = 1 << 20;

    /** What is short for a block: a fraction of a usual table. */
    private static final int SHORT_FRACTION = 64;

    private Frontier() {}

    /** By node, whether the cursor stops there. Leaves always are. */
    static boolean[] choose(Selection paths, int tableRows) {
        for (int rows = tableRows; ; rows /= 4) {
            boolean[] frontier = new boolean[paths.graph().nodes()];
            if (mark(paths, rows, frontier) <= MOST_ROWS || rows <= 1) {
                return frontier;
            }
        }
    }

    /** Marks what is reachable without crossing another frontier node, and returns the rows of all tables. */
    private static long mark(Selection paths, int rows, boolean[] frontier) {
        PathGraph graph = paths.graph();
        if (graph.isEmpty()) {
            return 0;
        }
        boolean[] reached = new boolean[graph.nodes()];
        reached[0] = true;
        long total = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            if (!reached[node]) {
                continue;
            }
            if (stops(paths, node, rows)) {
                frontier[node] = true;
                total += paths.isDead(node) ? 0 : graph.pathsOrMax(node);
                continue;
            }
            for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
                reached[graph.target(edge)] = true;
            }
        }
        return total;
    }

    private static boolean stops(Selection paths, int node, int rows) {
        PathGraph graph = paths.graph();
        if (graph.isLeaf(node)) {
            return true;
        }
        long below = graph.pathsOrMax(node);
        int edges = graph.branches(node);
        boolean fits = below <= rows || (below <= LONG_TABLE && below / edges < rows / SHORT_FRACTION);
        // A table keeps ids as distances from the first.
        return fits && (!paths.isRanked() || paths.hasNarrowIds(node));
    }
}
