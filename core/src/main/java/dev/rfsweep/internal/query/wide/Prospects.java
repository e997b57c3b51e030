package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.metric.Objective;
import java.util.OptionalLong;

/**
 * What may become of a prefix, from its exact sums and the {@link Completions} of its node. The longer a prefix, the less of
 * its path is rounded; of a complete path nothing is, so that at a leaf the answer is exact. Scratch of one walk, not
 * shared by threads.
 */
final class Prospects {

    final Trellis trellis;
    private final Filters filters;
    private final Completions completions;

    /** By line of the grid: the filter on its slot, or -1. */
    private final int[] filterOf;

    private final long[] fewest;
    private final long[] most;

    Prospects(Question question, Completions completions) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.completions = completions;
        int lines = completions.grid.lines.size();
        filterOf = new int[lines];
        fewest = new long[lines];
        most = new long[lines];
        for (int line = 0; line < lines; line++) {
            filterOf[line] = filters.on(completions.grid.lines.get(line).slot);
        }
    }

    /** By how many bits {@link #paths} of {@code node} are shifted. */
    int scale(int node) {
        return completions.scale(node);
    }

    /**
     * At least how many matches follow a prefix, in multiples of {@link #scale}: 0 only if none does, and never fewer
     * than those of its continuations by one edge together.
     *
     * @param sums by slot, what the prefix adds up to
     */
    long paths(int node, long[] sums) {
        return mayMatch(node, sums) ? completions.within(node, fewest, most) : 0;
    }

    /** Looks at every filter alone, and leaves in the scratch what steps are possible. */
    private boolean mayMatch(int node, long[] sums) {
        if (!trellis.hasValid(node) || !filters.mayPass(trellis, node, sums)) {
            return false;
        }
        for (int line = 0; line < filterOf.length; line++) {
            GridLine on = completions.grid.lines.get(line);
            int filter = filterOf[line];
            long sum = sums[on.slot];
            fewest[line] = filter < 0 ? 0 : on.firstFor(node, Filters.minus(filters.low(filter), sum));
            most[line] = filter < 0 ? Long.MAX_VALUE : on.lastFor(node, Filters.minus(filters.high(filter), sum));
        }
        return true;
    }

    /**
     * No more than the least loss of any match that follows a prefix; empty when none does.
     *
     * @param line of the grid, that of what {@code objective} looks at
     */
    OptionalLong leastLoss(int node, long[] sums, int line, Objective objective) {
        if (paths(node, sums) == 0) {
            return OptionalLong.empty();
        }
        GridLine on = completions.grid.lines.get(line);
        long base = sums[on.slot] + trellis.constant(on.slot);
        long peak = on.firstFor(node, Filters.minus(objective.peak(), base));
        long first = fewest[line];
        long last = Math.min(most[line], on.cells[node] - 1);
        long loss = Long.MAX_VALUE;
        OptionalLong below = nearest(node, line, first, Math.min(last, peak - 1), false);
        if (below.isPresent()) {
            loss = leastLoss(on, node, base, below.getAsLong(), objective);
        }
        OptionalLong above = nearest(node, line, Math.max(first, peak), last, true);
        if (above.isPresent()) {
            loss = Math.min(loss, leastLoss(on, node, base, above.getAsLong(), objective));
        }
        return OptionalLong.of(loss);
    }

    private static long leastLoss(GridLine on, int node, long base, long steps, Objective objective) {
        return objective.leastLoss(base + on.least(node, steps), base + on.most(node, steps));
    }

    /** The first, or last, of the steps {@code from} to {@code to} that any path takes whose other steps are possible. */
    private OptionalLong nearest(int node, int line, long from, long to, boolean first) {
        fewest[line] = from;
        most[line] = to;
        if (from > to || completions.within(node, fewest, most) == 0) {
            return OptionalLong.empty();
        }
        while (fewest[line] < most[line]) {
            long low = fewest[line];
            long high = most[line];
            long middle = low + (high - low) / 2;
            most[line] = first ? middle : high;
            fewest[line] = first ? low : middle + 1;
            if (completions.within(node, fewest, most) == 0) {
                fewest[line] = first ? middle + 1 : low;
                most[line] = first ? high : middle;
            }
        }
        return OptionalLong.of(fewest[line]);
    }
}
