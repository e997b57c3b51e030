package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.trellis.Trellis;

/**
 * One sum of the paths of a trellis, rounded to steps. From every node some path has the least sum; an edge is a
 * <em>detour</em> by as much as the least sum behind it is larger than the least sum from its start. Every detour is rounded
 * down to whole steps, and what rounding drops is bounded at every node, so that the sum of a path is known to lie between
 * {@code least + step * steps + leastRest} and {@code least + step * steps + mostRest}.
 */
final class GridLine {

    final int slot;
    final long step;

    /** By edge: the whole steps of its detour; -1 where no valid path goes on. */
    final int[] steps;

    /**
     * By node: what divides the steps of all valid paths from there, so that only every so many steps need a cell; 1 where all paths
     * have no steps.
     */
    final int[] unit;

    /** By node: cells for the steps of the valid paths from there, each of {@link #unit} steps; 0 where there is none. */
    final int[] cells;

    /** By node: what rounding drops of the paths from there, at least and at most. */
    final long[] leastRest;

    final long[] mostRest;

    private final Trellis trellis;

    GridLine(Trellis trellis, int slot, long step) {
        this.trellis = trellis;
        this.slot = slot;
        this.step = step;
        int nodes = trellis.nodes();
        steps = new int[trellis.firstEdge(nodes)];
        unit = new int[nodes];
        cells = new int[nodes];
        leastRest = new long[nodes];
        mostRest = new long[nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            if (trellis.hasValid(node)) {
                round(node);
            }
        }
    }

    private void round(int node) {
        unit[node] = 1;
        cells[node] = 1;
        if (trellis.isLeaf(node)) {
            return;
        }
        long most = 0;
        long divisor = 0;
        leastRest[node] = Long.MAX_VALUE;
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            steps[edge] = -1;
            if (trellis.hasValid(next)) {
                long detour = detour(trellis, slot, node, edge);
                steps[edge] = Math.toIntExact(detour / step);
                most = Math.max(most, steps[edge] + (cells[next] - 1L) * unit[next]);
                divisor = divisor(divisor, cells[next] == 1 ? steps[edge] : divisor(unit[next], steps[edge]));
                leastRest[node] = Math.min(leastRest[node], detour % step + leastRest[next]);
                mostRest[node] = Math.max(mostRest[node], detour % step + mostRest[next]);
            }
        }
        if (divisor > 0) {
            unit[node] = (int) divisor;
            cells[node] = Math.toIntExact(most / divisor + 1);
        }
    }

    /** The cell of {@code node} that the first cell behind {@code edge} becomes. */
    int moved(int node, int edge) {
        return steps[edge] / unit[node];
    }

    /** How many cells of {@code node} apart two neighbours behind {@code edge} become. */
    int spread(int node, int edge) {
        int next = trellis.target(edge);
        return cells[next] == 1 ? 1 : unit[next] / unit[node];
    }

    /** What a cell of {@code node} is worth. */
    private long worth(int node) {
        return step * unit[node];
    }

    /** The greatest number that divides all detours; 0 when all paths have the same sum. */
    static long divisor(Trellis trellis, int slot) {
        long divisor = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                if (trellis.hasValid(trellis.target(edge))) {
                    divisor = divisor(divisor, detour(trellis, slot, node, edge));
                }
            }
        }
        return divisor;
    }

    static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    /** How much larger the least sum over {@code edge} is than the least from {@code node}. */
    private static long detour(Trellis trellis, int slot, int node, int edge) {
        return trellis.weight(slot, edge) + trellis.least(slot, trellis.target(edge)) - trellis.least(slot, node);
    }

    /** Whether no path is rounded. */
    boolean isExact() {
        return mostRest[0] == 0;
    }

    /** The least and the greatest sum of a path from {@code node} in cell {@code cell}. */
    long least(int node, long cell) {
        return trellis.least(slot, node) + cell * worth(node) + leastRest[node];
    }

    long most(int node, long cell) {
        return trellis.least(slot, node) + cell * worth(node) + mostRest[node];
    }

    /** The first cell of {@code node} with paths whose sum may reach {@code bound}; 0 or more. */
    long firstFor(int node, long bound) {
        long missing = Filters.minus(bound, trellis.least(slot, node) + mostRest[node]);
        return missing <= 0 ? 0 : (missing - 1) / worth(node) + 1;
    }

    /** The last cell of {@code node} with paths whose sum may stay within {@code bound}; less than 0 where none does. */
    long lastFor(int node, long bound) {
        return Math.floorDiv(Filters.minus(bound, trellis.least(slot, node) + leastRest[node]), worth(node));
    }

    /** How many cells of {@code node} sums may lie in that span {@code range}. */
    long width(int node, long range) {
        long rest = mostRest[node] - leastRest[node];
        return Math.min(range + rest, Long.MAX_VALUE / 2) / worth(node) + 2;
    }

    /** What rounding drops of the detour over {@code edge} out of {@code node}. */
    long rest(int node, int edge) {
        return detour(trellis, slot, node, edge) % step;
    }
}
