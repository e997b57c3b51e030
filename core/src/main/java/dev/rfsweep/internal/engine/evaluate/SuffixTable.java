package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Selection;
import java.util.Arrays;

/**
 * What every path below one node adds to each slot that is read, a row a path, in order of id. Rows are offsets from the
 * least valid sum in {@code int}s wherever the spread allows, which makes filters on any metric an {@code int} kernel.
 */
final class SuffixTable {

    final int rows;

    /** By slot: the least valid sum, which {@link #offset} counts from. */
    final long[] base;

    /** By slot: the greatest valid offset. */
    final long[] spread;

    /** By slot: sum less {@link #base}; null where only {@link #sum} is kept. */
    final int[][] offset;

    /** By slot: whole sums, where a column or a filter needs a {@code long}; otherwise null. */
    final long[][] sum;

    /** What each path adds to the id; null where the number of a path is its id. */
    final long[] id;

    /** 1 for an invalid path and 0 for a valid one; null when all are valid. */
    final int[] invalid;

    private final Selection paths;
    private final PathGraph graph;
    private final int[] read;

    private SuffixTable(Compiled compiled, int node) {
        paths = compiled.paths;
        graph = paths.graph();
        read = compiled.readSlots;
        int slots = paths.trellis().slots.size();
        rows = (int) graph.pathsOrMax(node);
        base = new long[slots];
        spread = new long[slots];
        offset = new int[slots][];
        sum = new long[slots][];
        for (int slot : read) {
            sum[slot] = new long[rows];
        }
        id = paths.isRanked() ? new long[rows] : null;
        invalid = paths.isRanked() || paths.trellis().allValid[node] ? null : new int[rows];
        fill(node, 0, new long[slots], 0);
    }

    static SuffixTable of(Compiled compiled, int node) {
        SuffixTable table = new SuffixTable(compiled, node);
        for (int slot : table.read) {
            table.bound(slot);
            boolean wide = compiled.slotIsLong[slot];
            boolean narrow = table.spread[slot] >= 0 && table.spread[slot] < Integer.MAX_VALUE;
            if (narrow && (compiled.slotIsFiltered[slot] || !wide)) {
                table.offset[slot] = table.offsets(slot);
            }
            if (!wide && table.offset[slot] != null) {
                table.sum[slot] = null;
            }
        }
        return table;
    }

    private boolean isValid(int row) {
        return invalid == null || invalid[row] == 0;
    }

    private void bound(int slot) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int row = 0; row < rows; row++) {
            least = isValid(row) ? Math.min(least, sum[slot][row]) : least;
            most = isValid(row) ? Math.max(most, sum[slot][row]) : most;
        }
        base[slot] = least == Long.MAX_VALUE ? 0 : least;
        spread[slot] = least == Long.MAX_VALUE ? 0 : most - least;
    }

    private int[] offsets(int slot) {
        int[] offsets = new int[rows];
        for (int row = 0; row < rows; row++) {
            offsets[row] = isValid(row) ? (int) (sum[slot][row] - base[slot]) : 0;
        }
        return offsets;
    }

    /** Writes the paths below {@code node} from {@code row} on, and returns the row behind them. */
    private int fill(int node, int row, long[] before, long idBefore) {
        if (graph.isLeaf(node)) {
            return leaf(node, row, before, idBefore);
        }
        int next = row;
        long[] sums = new long[before.length];
        for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
            int way = paths.way(edge);
            for (int slot : read) {
                sums[slot] = before[slot] + paths.trellis().weight[slot][way];
            }
            long idThere = id == null ? 0 : idBefore + paths.idsBeforeAsLong(edge);
            next = fill(graph.target(edge), next, sums, idThere);
        }
        return next;
    }

    private int leaf(int node, int row, long[] before, long idBefore) {
        int next = row + (int) graph.pathsOrMax(node);
        if (paths.isDead(node)) {
            Arrays.fill(invalid, row, next, 1);
            return next;
        }
        for (int slot : read) {
            Arrays.fill(sum[slot], row, next, before[slot] + paths.trellis().leafWeight[slot][paths.origin(node)]);
        }
        if (id != null) {
            id[row] = idBefore;
        }
        return next;
    }
}
