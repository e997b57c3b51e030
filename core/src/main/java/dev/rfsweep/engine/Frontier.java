package dev.rfsweep.engine;

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
    static boolean[] choose(Trellis trellis, int tableRows) {
        for (int rows = tableRows; ; rows /= 4) {
            boolean[] frontier = new boolean[trellis.nodes()];
            if (mark(trellis, rows, frontier) <= MOST_ROWS || rows <= 1) {
                return frontier;
            }
        }
    }

    /** Marks what is reachable without crossing another frontier node, and returns the rows of all tables. */
    private static long mark(Trellis trellis, int rows, boolean[] frontier) {
        boolean[] reached = new boolean[trellis.nodes()];
        reached[0] = true;
        long total = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            if (!reached[node]) {
                continue;
            }
            if (stops(trellis, node, rows)) {
                frontier[node] = true;
                total += trellis.dead[node] ? 0 : trellis.pathsOrMax[node];
                continue;
            }
            for (int edge = trellis.edgeStart[node]; edge < trellis.edgeStart[node + 1]; edge++) {
                reached[trellis.target[edge]] = true;
            }
        }
        return total;
    }

    private static boolean stops(Trellis trellis, int node, int rows) {
        long paths = trellis.pathsOrMax[node];
        int edges = trellis.edgeStart[node + 1] - trellis.edgeStart[node];
        return trellis.isLeaf(node) || paths <= rows || (paths <= LONG_TABLE && paths / edges < rows / SHORT_FRACTION);
    }
}
