package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;

/**
 * How many prefixes reach a node with each combination of steps. Prefixes are followed up to the nodes where they have
 * crossed into the second part of the trellis, or ended before.
 */
final class Prefixes {

    private final Grid grid;
    private final Trellis trellis;
    private final int cut;

    /** By line, then node: what divides the steps of all prefixes there; 1 where none has any. */
    final int[][] unit;

    /** By line, then node: cells for the steps of the prefixes there, each of {@link #unit} steps; 0 where none comes. */
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
        unit = new int[lines][nodes];
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
        int nodes = trellis.nodes();
        long[] most = new long[nodes];
        long[] divisor = new long[nodes];
        boolean[] met = new boolean[nodes];
        met[0] = true;
        for (int node = 0; node < nodes; node++) {
            unit[line][node] = (int) Math.max(1, divisor[node]);
            cells[line][node] = met[node] ? Math.toIntExact(most[node] / unit[line][node] + 1) : 0;
            for (int edge = trellis.firstEdge(node); node < cut && edge < trellis.firstEdge(node + 1); edge++) {
                int next = trellis.target(edge);
                if (met[node] && on.steps[edge] >= 0) {
                    long rest = on.rest(node, edge);
                    long least = leastRest[line][node] + rest;
                    long greatest = mostRest[line][node] + rest;
                    leastRest[line][next] = met[next] ? Math.min(least, leastRest[line][next]) : least;
                    mostRest[line][next] = met[next] ? Math.max(greatest, mostRest[line][next]) : greatest;
                    most[next] = Math.max(most[next], most[node] + on.steps[edge]);
                    divisor[next] = GridLine.divisor(divisor[next], GridLine.divisor(divisor[node], on.steps[edge]));
                    met[next] = true;
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
        int[] to = strides(next);
        int[] apart = new int[to.length];
        int moved = 0;
        for (int line = 0; line < to.length; line++) {
            moved += grid.lines.get(line).steps[edge] / unit[line][next] * to[line];
            apart[line] = cells[line][node] == 1 ? to[line] : unit[line][node] / unit[line][next] * to[line];
        }
        Boxes.add(table[node], sizes(node), table[next], moved, apart, cancellation);
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
