package dev.rfsweep.engine;

import java.util.Arrays;

/**
 * What every path below one node adds to each slot, a row a path, in order of id. Rows are offsets from the least
 * valid sum in {@code int}s wherever the spread allows, which makes filters on any metric an {@code int} kernel.
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

    /** 1 for an invalid path and 0 for a valid one; null when all are valid. */
    final int[] invalid;

    private SuffixTable(Trellis trellis, int node) {
        int slots = trellis.slots.size();
        rows = (int) trellis.pathsOrMax[node];
        base = new long[slots];
        spread = new long[slots];
        offset = new int[slots][];
        sum = new long[slots][rows];
        invalid = trellis.allValid[node] ? null : new int[rows];
        fill(trellis, node, 0, new long[slots]);
    }

    static SuffixTable of(Trellis trellis, int node, boolean[] filtered, boolean[] wide) {
        SuffixTable table = new SuffixTable(trellis, node);
        for (int slot = 0; slot < table.base.length; slot++) {
            table.base[slot] = trellis.least[slot][node];
            table.spread[slot] = trellis.most[slot][node] - trellis.least[slot][node];
            boolean narrow = table.spread[slot] >= 0 && table.spread[slot] < Integer.MAX_VALUE;
            if (narrow && (filtered[slot] || !wide[slot])) {
                table.offset[slot] = table.offsets(slot);
            }
            if (!wide[slot] && table.offset[slot] != null) {
                table.sum[slot] = null;
            }
        }
        return table;
    }

    private int[] offsets(int slot) {
        int[] offsets = new int[rows];
        for (int row = 0; row < rows; row++) {
            boolean valid = invalid == null || invalid[row] == 0;
            offsets[row] = valid ? (int) (sum[slot][row] - base[slot]) : 0;
        }
        return offsets;
    }

    /** Writes the paths below {@code node} from {@code row} on, and returns the row behind them. */
    private int fill(Trellis trellis, int node, int row, long[] before) {
        if (trellis.isLeaf(node)) {
            int next = row + (int) trellis.pathsOrMax[node];
            if (trellis.dead[node]) {
                Arrays.fill(invalid, row, next, 1);
                return next;
            }
            for (int slot = 0; slot < before.length; slot++) {
                Arrays.fill(sum[slot], row, next, before[slot] + trellis.leafWeight[slot][node]);
            }
            return next;
        }
        int next = row;
        long[] sums = new long[before.length];
        for (int edge = trellis.edgeStart[node]; edge < trellis.edgeStart[node + 1]; edge++) {
            for (int slot = 0; slot < sums.length; slot++) {
                sums[slot] = before[slot] + trellis.weight[slot][edge];
            }
            next = fill(trellis, trellis.target[edge], next, sums);
        }
        return next;
    }
}
