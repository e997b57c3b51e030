package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.ArrayList;
import java.util.List;

/**
 * Several sums of paths, each on a {@link GridLine}: a node has a box of cells, one for every combination of steps that
 * its paths may take. Boxes are stored row by row, the last line running fastest.
 */
final class Grid {

    final Trellis trellis;
    final List<GridLine> lines;

    private Grid(Trellis trellis, List<GridLine> lines) {
        this.trellis = trellis;
        this.lines = lines;
    }

    /**
     * The finest grid of at most {@code mostCells} cells over all nodes. A line is made coarser before another when its
     * range still holds more of what rounding may drop.
     *
     * @param slots a line for each
     * @param widths by line, how wide the range of sums is that is asked for
     */
    static Grid of(Trellis trellis, int[] slots, long[] widths, double mostCells, Cancellation cancellation) {
        Grid grid = finest(trellis, slots);
        while (grid.cells() > mostCells && grid.coarsen(widths)) {
            cancellation.check(); // one line after the other becomes coarser
        }
        return grid;
    }

    /** The grid that rounds nothing, unless sums have absurdly many values. */
    static Grid finest(Trellis trellis, int[] slots) {
        List<GridLine> lines = new ArrayList<>();
        for (int slot : slots) {
            lines.add(finest(trellis, slot));
        }
        return new Grid(trellis, lines);
    }

    /** Steps as fine as the common divisor of all detours, or as what an array can have. */
    private static GridLine finest(Trellis trellis, int slot) {
        long divisor = Math.max(1, GridLine.divisor(trellis, slot));
        long range = trellis.hasValid(0) ? trellis.most(slot, 0) - trellis.least(slot, 0) : 0;
        long times = Math.max(1, range / divisor / MOST_STEPS);
        return new GridLine(trellis, slot, divisor * times);
    }

    /** Steps of a path, so that numbers of cells stay far from overflow. */
    private static final long MOST_STEPS = 1 << 26;

    /** False when no line has more than two cells. */
    boolean coarsen(long[] widths) {
        int best = -1;
        double least = Double.MAX_VALUE;
        GridLine coarser = null;
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).cells[0] > 2) {
                GridLine next = new GridLine(trellis, lines.get(at).slot, lines.get(at).step * 2);
                double loss = (next.mostRest[0] - next.leastRest[0]) / (double) Math.max(1, widths[at]);
                if (loss < least) {
                    least = loss;
                    best = at;
                    coarser = next;
                }
            }
        }
        if (best >= 0) {
            lines.set(best, coarser);
        }
        return best >= 0;
    }

    /** Cells of all nodes together. */
    double cells() {
        double sum = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            sum += cells(node);
        }
        return sum;
    }

    /** Cells of {@code node}. */
    double cells(int node) {
        return cells(node, lines.size());
    }

    /** The same on the first {@code count} lines alone. */
    double cells(int node, int count) {
        double cells = 1;
        for (GridLine line : lines.subList(0, count)) {
            cells *= line.cells[node];
        }
        return cells;
    }

    /** Whether no path is rounded. */
    boolean isExact() {
        return lines.stream().allMatch(GridLine::isExact);
    }

    /** The cell of {@code node} that the first cell behind {@code edge} becomes. */
    int moved(int node, int edge, int[] strides) {
        int moved = 0;
        for (int line = 0; line < strides.length; line++) {
            moved += lines.get(line).moved(node, edge) * strides[line];
        }
        return moved;
    }

    /** By line: how many cells of {@code node} apart two neighbours behind {@code edge} become. */
    int[] apart(int node, int edge, int[] strides) {
        int[] apart = new int[strides.length];
        for (int line = 0; line < apart.length; line++) {
            apart[line] = lines.get(line).spread(node, edge) * strides[line];
        }
        return apart;
    }

    /** By line: cells of {@code node}. */
    int[] sizes(int node) {
        return lines.stream().mapToInt(line -> line.cells[node]).toArray();
    }
}
