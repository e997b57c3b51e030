package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;

/**
 * How many valid paths from every node have each combination of steps, so that the paths whose sums <em>may</em> lie in
 * given ranges are counted with a few look-ups: every match is among them. Counts that are too large for a {@code long} are
 * rounded up to multiples of a power of two, larger ones towards the root, so that the paths of a node are never
 * fewer than those of its edges together.
 */
final class Completions {

    /** Bits of a count, with room for what rounding up adds. */
    private static final int BITS = 60;

    final Grid grid;
    private final Trellis trellis;

    /** By node and cell: the paths of no more steps on any line. */
    private final long[][] table;

    /** By node: counts are multiples of two to the power of this. */
    private final int[] scale;

    /** By node and line. */
    private final int[][] stride;

    Completions(Grid grid, Cancellation cancellation) {
        this.grid = grid;
        this.trellis = grid.trellis;
        int nodes = trellis.nodes();
        table = new long[nodes][];
        scale = new int[nodes];
        stride = new int[nodes][grid.lines.size()];
        for (int node = nodes - 1; node >= 0; node--) {
            if (trellis.hasValid(node)) {
                count(node, cancellation);
            }
        }
        for (int node = 0; node < nodes; node++) {
            if (table[node] != null) {
                Boxes.accumulate(table[node], grid.sizes(node), 0, cancellation);
            }
        }
    }

    private void count(int node, Cancellation cancellation) {
        table[node] = new long[(int) grid.cells(node)];
        scale[node] = Math.max(0, trellis.validPaths(node).bitLength() - BITS);
        stride[node] = Boxes.strides(grid.sizes(node));
        if (trellis.isLeaf(node)) {
            table[node][0] = 1;
        }
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            if (trellis.hasValid(trellis.target(edge))) {
                add(node, edge, cancellation);
            }
        }
    }

    private void add(int node, int edge, Cancellation cancellation) {
        int next = trellis.target(edge);
        int coarser = scale[node] - scale[next];
        long up = (1L << coarser) - 1;
        long[] source = table[next];
        long[] target = table[node];
        Boxes.Row roundedUp = (from, to, length, step) -> {
            for (int cell = 0; cell < length; cell++) {
                target[to + cell * step] += (source[from + cell] + up) >>> coarser;
            }
        };
        int[] apart = grid.apart(node, edge, stride[node]);
        Boxes.each(grid.sizes(next), grid.moved(node, edge, stride[node]), apart, roundedUp, cancellation);
    }

    /** By how many bits counts at {@code node} are shifted. */
    int scale(int node) {
        return scale[node];
    }

    /**
     * The paths from {@code node} of {@code fewest} to {@code most} steps, by line; multiples of {@link #scale}.
     */
    long within(int node, long[] fewest, long[] most) {
        long sum = 0;
        int lines = stride[node].length;
        for (int corner = 0; corner < 1 << lines; corner++) {
            int cell = 0;
            boolean empty = false;
            for (int line = 0; line < lines; line++) {
                boolean low = ((corner >> line) & 1) != 0;
                long at = low ? fewest[line] - 1 : Math.min(most[line], grid.lines.get(line).cells[node] - 1);
                if (most[line] < fewest[line] || fewest[line] >= grid.lines.get(line).cells[node]) {
                    return 0;
                }
                empty |= at < 0;
                cell += (int) Math.max(at, 0) * stride[node][line];
            }
            if (!empty) {
                sum += (Integer.bitCount(corner) & 1) == 0 ? table[node][cell] : -table[node][cell];
            }
        }
        return sum;
    }
}
