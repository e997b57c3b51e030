package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import java.util.Arrays;

/**
 * The range of one filter as steps of a line, seen from the prefixes at one node. Where both ends are bounded it covers the
 * same number of steps wherever a prefix stands, give or take one; so the least of every such window is computed beforehand, and
 * kept at the step where the window ends. Windows that begin before the first cell, or end behind the last, are kept as well.
 */
final class CellWindow {

    private final GridLine line;
    private final boolean openBelow;
    private final boolean openAbove;
    private final int node;
    private final int cells;

    /** Steps that the window covers; 0 where one end is open. */
    private final long width;

    /**
     * @param low the least sum of a whole path that is asked for; {@link Long#MIN_VALUE} where any is
     * @param high the greatest; {@link Long#MAX_VALUE} where any is
     */
    CellWindow(GridLine line, int node, long low, long high) {
        this.line = line;
        this.node = node;
        this.cells = line.cells[node];
        this.openBelow = low == Long.MIN_VALUE;
        this.openAbove = high == Long.MAX_VALUE;
        long range = Math.max(Filters.minus(high, low), 0);
        this.width = openBelow || openAbove ? 0 : line.width(node, range);
    }

    /** Number of windows. */
    int size() {
        return width == 0 ? cells : cells + (int) Math.min(width, cells) - 1;
    }

    /**
     * The window of a prefix from which path sums of {@code low} to {@code high} are still to come; -1 where no path has
     * steps in it. What was open, or bounded, is so still.
     */
    int at(long low, long high) {
        long first = line.firstFor(node, low);
        long last = line.lastFor(node, high);
        if (first > last || last < 0 || first >= cells) {
            return -1;
        }
        if (width == 0) {
            return (int) (openAbove ? first : Math.min(last, cells - 1));
        }
        if (width < cells || last < cells) {
            return (int) last;
        }
        return (int) (cells - 1 + Math.max(0, last - width + 1));
    }

    /** Replaces the least losses by cell with those by window. */
    void slide(long[] losses) {
        if (openAbove) {
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
