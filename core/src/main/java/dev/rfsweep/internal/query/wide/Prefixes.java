package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.List;

/**
 * How many prefixes reach a node with each combination of steps. Prefixes are followed up to the nodes where they have
 * crossed into the second part of the trellis, or ended before.
 */
final class Prefixes {

    private final Grid grid;
    private final Trellis trellis;
    private final int cut;

    /** By line, then node: more than the most steps of a prefix there; 0 where none comes. */
    final int[][] cells;

    /** By line, then node: what rounding drops of the prefixes there, at least and at most. */
    final long[][] leastRest;

    final long[][] mostRest;

    /** By node where prefixes end, and cell: their number. */
    final long[][] table;

    /** Only how many cells there are, and what is rounded; nothing is counted yet. */
    Prefixes(Grid grid, int cut) {
        this.grid = grid;
        this.trellis = grid.trellis;
        this.cut = cut;
        int lines = grid.lines.size();
        int nodes = trellis.nodes();
        cells = new int[lines][nodes];
        leastRest = new long[lines][nodes];
        mostRest = new long[lines][nodes];
        table = new long[nodes][];
        for (int line = 0; line < lines; line++) {
            bound(line);
        }
    }

    private void bound(int line) {
        GridLine on = grid.lines.get(line);
        cells[line][0] = 1;
        for (int node = 0; node < cut; node++) {
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                int next = trellis.target(edge);
                if (cells[line][node] > 0 && on.steps[edge] >= 0) {
                    long rest = on.rest(node, edge);
                    boolean first = cells[line][next] == 0;
                    long least = leastRest[line][node] + rest;
                    long most = mostRest[line][node] + rest;
                    leastRest[line][next] = first ? least : Math.min(least, leastRest[line][next]);
                    mostRest[line][next] = first ? most : Math.max(most, mostRest[line][next]);
                    cells[line][next] = Math.max(cells[line][next], cells[line][node] + on.steps[edge]);
                }
            }
        }
    }

    /** Whether prefixes end at {@code node}: behind the cut, or because it is a leaf. */
    boolean isEnd(int node) {
        return node >= cut || trellis.isLeaf(node);
    }

    /** Whether any prefix ends at {@code node}. */
    boolean endAt(int node) {
        return isEnd(node) && cells(node) > 0;
    }

    /** Cells of the prefixes at {@code node}. */
    double cells(int node) {
        double product = 1;
        for (int[] line : cells) {
            product *= line[node];
        }
        return product;
    }

    void count(Cancellation cancellation) {
        table[0] = new long[] {1};
        for (int node = 0; node < cut; node++) {
            if (table[node] != null && !isEnd(node)) {
                for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                    if (trellis.hasValid(trellis.target(edge))) {
                        follow(node, edge, cancellation);
                    }
                }
                table[node] = null;
            }
        }
    }

    private void follow(int node, int edge, Cancellation cancellation) {
        int next = trellis.target(edge);
        if (table[next] == null) {
            table[next] = new long[(int) cells(next)];
        }
        int[] from = strides(node);
        int[] to = strides(next);
        int moved = 0;
        List<GridLine> lines = grid.lines;
        for (int line = 0; line < to.length; line++) {
            moved += lines.get(line).steps[edge] * to[line];
        }
        Boxes.add(table[node], 0, from, table[next], moved, to, sizes(node), 0, cancellation);
    }

    /** By line: how many cells apart two cells of {@code node} are that differ by one step. */
    int[] strides(int node) {
        return Boxes.strides(sizes(node));
    }

    /** By line: cells of {@code node}. */
    int[] sizes(int node) {
        int[] sizes = new int[cells.length];
        for (int line = 0; line < sizes.length; line++) {
            sizes[line] = cells[line][node];
        }
        return sizes;
    }
}
