package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts matches where two halves of every path meet. Prefixes are counted by their steps up to the node where they cross
 * a cut, suffixes by theirs from there on and added up along the lines of the grid, so that a look-up or two tell how many
 * suffixes make a match of all prefixes in one cell: each half has about the square root of the cells that whole paths have.
 * Where the grid rounds, it counts the paths that may match, or those that surely do.
 */
final class Meeting {

    final Question question;
    final Grid grid;
    final Prefixes prefixes;
    final Cancellation cancellation;
    private final Trellis trellis;

    /** By node where prefixes end: suffixes by cell, added up along all lines but those that are kept apart. */
    final long[][] suffixes;

    /**
     * @param cut the first node of the second part
     * @param apart lines that are kept apart, from the first on: 1 where the first is what is grouped by
     */
    Meeting(Question question, Grid grid, int cut, int apart) {
        this.question = question;
        this.trellis = question.trellis();
        this.grid = grid;
        this.cancellation = question.cancellation();
        this.prefixes = new Prefixes(grid, cut);
        prefixes.count(cancellation);
        this.suffixes = new long[trellis.nodes()][];
        int[] lastUse = lastUses(cut);
        for (int node = trellis.nodes() - 1; node >= 0; node--) {
            if (trellis.hasValid(node) && prefixes.isEnd(node)) {
                suffixes[node] = suffixes(node);
                for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                    if (lastUse[trellis.target(edge)] == node) {
                        suffixes[trellis.target(edge)] = null;
                    }
                }
            }
        }
        for (int node = 0; node < trellis.nodes(); node++) {
            if (suffixes[node] != null && prefixes.table[node] != null) {
                Boxes.accumulate(suffixes[node], grid.sizes(node), apart, cancellation);
            }
        }
    }

    /** By node: the node before it that is the last to look at its suffixes; -1 for nodes where prefixes end. */
    private int[] lastUses(int cut) {
        int[] lastUse = new int[trellis.nodes()];
        Arrays.fill(lastUse, Integer.MAX_VALUE);
        for (int node = cut; node < trellis.nodes(); node++) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                int next = trellis.target(edge);
                lastUse[next] = Math.min(lastUse[next], node);
            }
        }
        for (int node = 0; node < trellis.nodes(); node++) {
            if (prefixes.table[node] != null) {
                lastUse[node] = -1;
            }
        }
        return lastUse;
    }

    private long[] suffixes(int node) {
        long[] box = new long[(int) grid.cells(node)];
        if (trellis.isLeaf(node)) {
            box[0] = 1;
        }
        int[] to = Boxes.strides(grid.sizes(node));
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            if (trellis.hasValid(next)) {
                int moved = grid.moved(node, edge, to);
                Boxes.add(suffixes[next], grid.sizes(next), box, moved, grid.apart(node, edge, to), cancellation);
            }
        }
        return box;
    }

    /** How many matches there may be; the number of matches where the grid is exact. */
    BigInteger possible() {
        return count(false);
    }

    /** How many of the paths surely match. */
    BigInteger sure() {
        return count(true);
    }

    private BigInteger count(boolean sure) {
        Total total = new Total();
        for (int node = 0; node < trellis.nodes(); node++) {
            if (prefixes.table[node] != null) {
                new Crossing(this, node, sure).add(0, 0, 0, total);
            }
        }
        return total.value();
    }

    /** The matches by the sum of the first line, which is kept apart; the grid must be exact. */
    SortedMap<Long, BigInteger> histogram() {
        SortedMap<Long, BigInteger> counts = new TreeMap<>();
        GridLine first = grid.lines.get(0);
        Total[] totals = new Total[(first.cells[0] - 1) * first.unit[0] + 1];
        for (int node = 0; node < trellis.nodes(); node++) {
            if (prefixes.table[node] != null) {
                Crossing crossing = new Crossing(this, node, false);
                int[] strides = prefixes.strides(node);
                int[] suffixStrides = Boxes.strides(grid.sizes(node));
                for (int before = 0; before < prefixes.cells[0][node]; before++) {
                    for (int after = 0; after < first.cells[node]; after++) {
                        int steps = before * prefixes.unit[0][node] + after * first.unit[node];
                        if (crossing.wants(0, steps)) {
                            totals[steps] = totals[steps] == null ? new Total() : totals[steps];
                            crossing.add(1, before * strides[0], after * suffixStrides[0], totals[steps]);
                        }
                    }
                }
            }
        }
        long least = trellis.least(first.slot, 0) + trellis.constant(first.slot);
        for (int steps = 0; steps < totals.length; steps++) {
            long sum = least + steps * first.step;
            if (totals[steps] != null && totals[steps].value().signum() > 0) {
                counts.put(sum, totals[steps].value());
            }
        }
        return counts;
    }
}
