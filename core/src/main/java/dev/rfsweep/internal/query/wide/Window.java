package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import java.util.Arrays;

/**
 * The range of one filter as steps of a line, seen from the prefixes at one node. Where both ends are bounded it covers the
 * same number of steps wherever a prefix stands, give or take one; so the least of every such window is computed beforehand, and
 * kept at the step where the window ends. Windows that begin before the first cell, or end behind the last, are kept as well.
 */
final class Window {

    private final GridLine line;
    private final Filters filters;
    private final int filter;
    private final int node;
    private final int cells;

    /** Steps that the window covers; 0 where one end is open. */
    private final long width;

    Window(GridLine line, Filters filters, int node) {
        this.line = line;
        this.filters = filters;
        this.filter = filters.on(line.slot);
        this.node = node;
        this.cells = line.cells[node];
        long range = Filters.minus(filters.high(filter), filters.low(filter));
        long rest = line.mostRest[node] - line.leastRest[node];
        boolean open = filters.low(filter) == Long.MIN_VALUE || filters.high(filter) == Long.MAX_VALUE;
        this.width = open ? 0 : Math.min(Math.max(range, 0) + rest, Long.MAX_VALUE / 2) / line.step + 2;
    }

    /** Number of windows. */
    int size() {
        return width == 0 ? cells : cells + (int) Math.min(width, cells) - 1;
    }

    /** The window of a prefix of {@code sum}; -1 where no path from here has steps in it. */
    int at(long sum) {
        long low = Filters.minus(filters.low(filter), sum);
        long high = Filters.minus(filters.high(filter), sum);
        long first = line.fewestFor(node, low);
        long last = line.mostFor(node, high);
        if (first > last || last < 0 || first >= cells) {
            return -1;
        }
        if (width == 0) {
            return (int) (filters.high(filter) == Long.MAX_VALUE ? first : Math.min(last, cells - 1));
        }
        if (width < cells || last < cells) {
            return (int) last;
        }
        return (int) (cells - 1 + Math.max(0, last - width + 1));
    }

    /** Replaces the least losses by cell with those by window. */
    void slide(long[] losses) {
        if (width == 0 && filters.high(filter) == Long.MAX_VALUE) {
            for (int cell = cells - 2; cell >= 0; cell--) {
                losses[cell] = Math.min(losses[cell], losses[cell + 1]);
            }
        } else if (width == 0 || width >= cells) {
            long after = Long.MAX_VALUE;
            for (int cell = cells - 1; width > 0 && cell >= 1; cell--) {
                after = Math.min(after, losses[cell]);
                losses[cells - 1 + cell] = after;
            }
            for (int cell = 1; cell < cells; cell++) {
                losses[cell] = Math.min(losses[cell], losses[cell - 1]);
            }
        } else {
            Arrays.fill(losses, cells, size(), Long.MAX_VALUE);
            int covered = 1;
            while (covered < width) {
                int more = (int) Math.min(covered, width - covered);
                for (int end = size() - 1; end >= more; end--) {
                    losses[end] = Math.min(losses[end], losses[end - more]);
                }
                covered += more;
            }
        }
    }
}
