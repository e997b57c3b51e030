package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The least (or greatest) sum of a slot over the paths from every node whose other sums may lie in the ranges that are
 * asked for. The sum is exact, only the ranges are rounded; so a search for the best matches of a sum of very many values
 * meets little else than matches. How many steps of a line a range covers is nearly the same wherever a prefix stands;
 * so the least of all cells from one on is kept in that cell, and the answer is a single look-up.
 */
final class LeastLosses implements BestFirstSearch.Outlook {

    private static final long NONE = Long.MAX_VALUE;

    private final Trellis trellis;
    private final Filters filters;
    private final Grid grid;
    private final int slot;

    /** 1 where less is better, -1 where more is. */
    private final int sign;

    /** By node and cell: the least loss of a path whose steps are in the window that begins with the cell. */
    private final long[][] least;

    /** By node: cells, then windows, by line; and how far apart neighbours on a line are. */
    private final int[][] sizes;

    private final int[][] strides;

    /** By node and line. */
    private final CellWindow[][] windows;

    /** By line: the sums of whole paths that are asked for. */
    private final long[] low;

    private final long[] high;

    LeastLosses(Question question, Grid grid, int slot, boolean greatest) {
        this(question, grid, slot, greatest, low(question, grid), high(question, grid));
    }

    /** Where line {@code line} is to be narrowed: from above, or where more is better from below. Filters on it are looked at alone. */
    static LeastLosses withBound(
            Question question, Grid grid, int slot, boolean greatest, int line, boolean moreIsBetter) {
        long[] low = low(question, grid);
        long[] high = high(question, grid);
        low[line] = moreIsBetter ? Long.MIN_VALUE + 1 : Long.MIN_VALUE;
        high[line] = moreIsBetter ? Long.MAX_VALUE : Long.MAX_VALUE - 1;
        return new LeastLosses(question, grid, slot, greatest, low, high);
    }

    private LeastLosses(Question question, Grid grid, int slot, boolean greatest, long[] low, long[] high) {
        this.low = low;
        this.high = high;
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.grid = grid;
        this.slot = slot;
        this.sign = greatest ? -1 : 1;
        int nodes = trellis.nodes();
        least = new long[nodes][];
        sizes = new int[nodes][];
        strides = new int[nodes][];
        windows = new CellWindow[nodes][grid.lines.size()];
        for (int node = nodes - 1; node >= 0; node--) {
            if (trellis.hasValid(node)) {
                sizes[node] = grid.sizes(node);
                strides[node] = Boxes.strides(sizes[node]);
                least[node] = box(node, question.cancellation());
            }
        }
        for (int node = 0; node < nodes; node++) {
            for (int line = 0; least[node] != null && line < grid.lines.size(); line++) {
                windows[node][line] = new CellWindow(grid.lines.get(line), node, low[line], high[line]);
                slide(node, line, question.cancellation());
            }
        }
    }

    private static long[] low(Question question, Grid grid) {
        Filters filters = question.filters();
        return grid.lines.stream()
                .mapToLong(line -> filters.on(line.slot) < 0 ? Long.MIN_VALUE : filters.low(filters.on(line.slot)))
                .toArray();
    }

    private static long[] high(Question question, Grid grid) {
        Filters filters = question.filters();
        return grid.lines.stream()
                .mapToLong(line -> filters.on(line.slot) < 0 ? Long.MAX_VALUE : filters.high(filters.on(line.slot)))
                .toArray();
    }

    /** Asks for other sums on line {@code line}, with the same ends open and bounded, and no wider where both are. */
    void narrow(int line, long least, long most) {
        low[line] = least;
        high[line] = most;
    }

    private long[] box(int node, Cancellation cancellation) {
        long[] box = new long[(int) grid.cells(node)];
        Arrays.fill(box, NONE);
        if (trellis.isLeaf(node)) {
            box[0] = sign * trellis.leafWeight(slot, node);
        }
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            if (trellis.hasValid(trellis.target(edge))) {
                take(node, box, edge, cancellation);
            }
        }
        return box;
    }

    private void take(int node, long[] box, int edge, Cancellation cancellation) {
        int next = trellis.target(edge);
        long weight = sign * trellis.weight(slot, edge);
        long[] source = least[next];
        Boxes.Row least = (from, to, length, step) -> {
            for (int cell = 0; cell < length; cell++) {
                long loss = source[from + cell];
                if (loss != NONE && loss + weight < box[to + cell * step]) {
                    box[to + cell * step] = loss + weight;
                }
            }
        };
        int[] apart = grid.apart(node, edge, strides[node]);
        Boxes.each(sizes[next], grid.moved(node, edge, strides[node]), apart, least, cancellation);
    }

    /** Replaces cells by windows along {@code line}; the box of {@code node} grows by what windows there are more. */
    private void slide(int node, int line, Cancellation cancellation) {
        int cells = sizes[node][line];
        int windows = this.windows[node][line].size();
        int stride = strides[node][line];
        int rows = least[node].length / (cells * stride);
        long[] slid = new long[rows * windows * stride];
        long[] losses = new long[windows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < stride; column++) {
                cancellation.check();
                for (int cell = 0; cell < cells; cell++) {
                    losses[cell] = least[node][(row * cells + cell) * stride + column];
                }
                this.windows[node][line].slide(losses);
                for (int window = 0; window < windows; window++) {
                    slid[(row * windows + window) * stride + column] = losses[window];
                }
            }
        }
        least[node] = slid;
        sizes[node][line] = windows;
        strides[node] = Boxes.strides(sizes[node]);
    }

    @Override
    public OptionalLong leastLoss(int node, long[] sums) {
        if (!filters.mayPass(trellis, node, sums)) {
            return OptionalLong.empty();
        }
        int cell = 0;
        for (int line = 0; line < grid.lines.size(); line++) {
            long sum = sums[grid.lines.get(line).slot];
            int window = windows[node][line].at(Filters.minus(low[line], sum), Filters.minus(high[line], sum));
            if (window < 0) {
                return OptionalLong.empty();
            }
            cell += window * strides[node][line];
        }
        long loss = least[node][cell];
        return loss == NONE
                ? OptionalLong.empty()
                : OptionalLong.of(loss + sign * (sums[slot] + trellis.constant(slot)));
    }
}
