package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.Optional;

/**
 * Where two halves of all paths meet: prefixes end at the first node numbered {@code node} or more.
 *
 * @param work additions of cells, about, and what products take in such additions
 * @param cells that are held at a time, at most
 */
record Cut(int node, double work, double cells) {

    /** Cuts that are tried, evenly over the nodes. */
    private static final int MOST_TRIED = 64;

    /** Paths of a half, so that their number fits a {@code long} with a bit or two to spare. */
    private static final double MOST_PATHS = 0x1p60;

    /** Nodes behind the cut whose suffixes are alive at a time, about. */
    private static final int INNER_ALIVE = 3;

    /** What a product takes with its look-ups. */
    private static final int WORK_OF_PRODUCT = 8;

    /**
     * The cut of least work; empty when none leaves both halves few enough paths.
     *
     * @param apart lines, from the first on, whose cells meet one by one
     */
    static Optional<Cut> best(Grid grid, int apart, Cancellation cancellation) {
        Trellis trellis = grid.trellis;
        double[] paths = prefixes(trellis);
        Cut best = null;
        int step = Math.max(1, trellis.nodes() / MOST_TRIED);
        for (int node = 1; node <= trellis.nodes(); node += step) {
            cancellation.check();
            Prefixes prefixes = new Prefixes(grid, node);
            Cut cut = new Cut(node, work(grid, prefixes, apart), cells(grid, prefixes));
            if ((best == null || cut.work < best.work) && fits(trellis, prefixes, paths)) {
                best = cut;
            }
        }
        return Optional.ofNullable(best);
    }

    /** By node: the prefixes that reach it. */
    private static double[] prefixes(Trellis trellis) {
        double[] paths = new double[trellis.nodes()];
        paths[0] = 1;
        for (int node = 0; node < paths.length; node++) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                paths[trellis.target(edge)] += paths[node];
            }
        }
        return paths;
    }

    private static boolean fits(Trellis trellis, Prefixes prefixes, double[] paths) {
        for (int node = 0; node < trellis.nodes(); node++) {
            if (prefixes.endAt(node)
                    && (paths[node] > MOST_PATHS || trellis.validPaths(node).doubleValue() > MOST_PATHS)) {
                return false;
            }
        }
        return true;
    }

    private static double work(Grid grid, Prefixes prefixes, int apart) {
        double work = 0;
        for (int node = 0; node < grid.trellis.nodes(); node++) {
            int edges = grid.trellis.firstEdge(node + 1) - grid.trellis.firstEdge(node);
            if (prefixes.isEnd(node)) {
                work += grid.cells(node) * edges;
                work += prefixes.cells(node) * grid.cells(node, apart) * WORK_OF_PRODUCT;
            } else {
                work += prefixes.cells(node) * edges;
            }
        }
        return work;
    }

    private static double cells(Grid grid, Prefixes prefixes) {
        double cells = 0;
        double inner = 0;
        for (int node = 0; node < grid.trellis.nodes(); node++) {
            if (prefixes.endAt(node)) {
                cells += prefixes.cells(node) + grid.cells(node);
            } else if (prefixes.isEnd(node)) {
                inner = Math.max(inner, grid.cells(node));
            }
        }
        return cells + INNER_ALIVE * inner;
    }
}
