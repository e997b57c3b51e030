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

    /** By node: more than the most steps of a valid path from there; 0 where there is none. */
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
        if (trellis.isLeaf(node)) {
            cells[node] = 1;
            return;
        }
        leastRest[node] = Long.MAX_VALUE;
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            steps[edge] = -1;
            if (trellis.hasValid(next)) {
                long detour = detour(trellis, slot, node, edge);
                steps[edge] = Math.toIntExact(detour / step);
                cells[node] = Math.max(cells[node], Math.addExact(steps[edge], cells[next]));
                leastRest[node] = Math.min(leastRest[node], detour % step + leastRest[next]);
                mostRest[node] = Math.max(mostRest[node], detour % step + mostRest[next]);
            }
        }
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

    private static long divisor(long one, long other) {
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

    /** The least and the greatest sum of a path of so many steps from {@code node}. */
    long least(int node, long steps) {
        return trellis.least(slot, node) + steps * step + leastRest[node];
    }

    long most(int node, long steps) {
        return trellis.least(slot, node) + steps * step + mostRest[node];
    }

    /** The fewest steps of a path from {@code node} whose sum may reach {@code bound}; 0 or more. */
    long fewestFor(int node, long bound) {
        return fewest(Filters.minus(bound, trellis.least(slot, node) + mostRest[node]));
    }

    /** The fewest steps that are worth {@code sum}; 0 or more. */
    long fewest(long sum) {
        return sum <= 0 ? 0 : (sum - 1) / step + 1;
    }

    /** The most steps that are worth no more than {@code sum}; less than 0 where none are. */
    long most(long sum) {
        return Math.floorDiv(sum, step);
    }

    /** What rounding drops of the detour over {@code edge} out of {@code node}. */
    long rest(int node, int edge) {
        return detour(trellis, slot, node, edge) % step;
    }

    /** The most steps of a path from {@code node} whose sum may stay within {@code bound}; less than 0 where none does. */
    long mostFor(int node, long bound) {
        return most(Filters.minus(bound, trellis.least(slot, node) + leastRest[node]));
    }
}
