package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.model.Range;
import java.util.Arrays;

/**
 * The filters against one block, which is a prefix and the suffix table behind it. Those that let all rows of the block pass
 * are left out of it; the others are held against each row. The scratch of one worker.
 */
final class BlockFilter {

    /** A filter that must look at the rows of the block. What it compares is read from one array of the table, a row a cell. */
    private static final class Open {

        /** The cells, where they are offsets from the table's least sum; otherwise null. */
        private int[] offsets;

        /** The cells, where they are sums of the suffix. */
        private long[] sums;

        /** What a cell lacks of the sum of the whole path. */
        private long base;

        /** Between these lie the cells of all valid rows. */
        private long least;

        private long most;

        /** Cells from {@link #low} to {@link #high} pass, but for those in a gap. */
        private long low;

        private long high;
        private Range[] gaps;

        void enter(SuffixTable table, int slot, long prefix) {
            offsets = table.offset[slot];
            sums = table.sum[slot];
            least = offsets != null ? 0 : table.base[slot];
            most = least + table.spread[slot];
            base = offsets != null ? prefix + table.base[slot] : prefix;
        }

        /** The least cell whose path has a sum of at least {@code sum}. Never so small that a kernel's difference overflows. */
        long from(long sum) {
            return Math.max(Filters.minus(sum, base), least);
        }

        /** The greatest cell whose path has a sum of at most {@code sum}. */
        long to(long sum) {
            return Math.min(Filters.minus(sum, base), most);
        }
    }

    private final Filters filters;
    private final boolean exhaustive;
    private final int[] flags = new int[Batch.CAPACITY];
    private final int[] scratch = new int[Batch.CAPACITY];

    /** The first {@link #opens} of these are in use. */
    private final Open[] open;

    private int opens;

    /** Whether one of them has a gap. */
    private boolean gaps;

    /** The table's marks of invalid rows; null when all are valid. */
    private int[] invalid;

    /** @param exhaustive whether to look at every row even where a filter decides all of them */
    BlockFilter(Filters filters, boolean exhaustive) {
        this.filters = filters;
        this.exhaustive = exhaustive;
        this.open = new Open[filters.count()];
        Arrays.setAll(open, filter -> new Open());
    }

    /** Goes to the block of {@code table} behind a prefix of {@code sums}; false when no row of it can match. */
    boolean enter(SuffixTable table, long[] sums) {
        invalid = table.invalid;
        opens = 0;
        gaps = false;
        for (int filter = 0; filter < filters.count(); filter++) {
            int slot = filters.slot[filter];
            long least = sums[slot] + table.base[slot];
            Filters.Verdict verdict = filters.verdict(filter, least, least + table.spread[slot]);
            if (verdict == Filters.Verdict.NONE && !exhaustive) {
                return false;
            }
            if (verdict != Filters.Verdict.ALL || exhaustive) {
                open[opens].enter(table, slot, sums[slot]);
                narrow(open[opens++], filter, verdict);
            }
        }
        return true;
    }

    private void narrow(Open at, int filter, Filters.Verdict verdict) {
        // An empty range that the kernels can take, where the filter rejects the whole block.
        boolean none = verdict == Filters.Verdict.NONE;
        at.low = none ? 1 : at.from(filters.low[filter]);
        at.high = none ? 0 : at.to(filters.high[filter]);
        at.gaps = filters.gaps(filter);
        gaps |= at.gaps.length > 0;
    }

    /** Whether every row of the block matches. */
    boolean passesAll() {
        return opens == 0 && invalid == null;
    }

    /** How many of {@code count} rows from {@code row} on match. */
    int count(int row, int count) {
        if (passesAll()) {
            return count;
        }
        if (opens == 1 && !gaps && invalid == null && open[0].offsets != null) {
            return Kernels.count(open[0].offsets, row, count, (int) open[0].low, (int) open[0].high);
        }
        int matches = 0;
        for (int from = row; from < row + count; from += Batch.CAPACITY) {
            int stretch = Math.min(Batch.CAPACITY, row + count - from);
            flag(from, stretch);
            matches += Kernels.countClear(flags, stretch);
        }
        return matches;
    }

    /** Writes which of {@code count} rows from {@code row} on match, counted from {@code row}, and returns how many there are. */
    int select(int row, int count, int[] out) {
        flag(row, count);
        return Kernels.select(flags, count, out);
    }

    /** Flags the rows that do not match. */
    private void flag(int row, int count) {
        int next = 0;
        if (invalid != null) {
            Kernels.flag(Kernels.window(invalid, row, count, scratch), count, 0, 0, flags);
        } else if (open[0].offsets != null) {
            Open first = open[next++];
            int[] cells = Kernels.window(first.offsets, row, count, scratch);
            Kernels.flag(cells, count, (int) first.low, (int) first.high, flags);
        } else {
            Arrays.fill(flags, 0, count, 0);
        }
        while (next < opens) {
            Open more = open[next++];
            if (more.offsets != null) {
                int[] cells = Kernels.window(more.offsets, row, count, scratch);
                Kernels.flagMore(cells, count, (int) more.low, (int) more.high, flags);
            } else {
                Kernels.flagMore(more.sums, row, count, more.low, more.high, flags);
            }
        }
        for (int filter = 0; gaps && filter < opens; filter++) {
            for (Range gap : open[filter].gaps) {
                flagGap(open[filter], gap, row, count);
            }
        }
    }

    private void flagGap(Open at, Range gap, int row, int count) {
        long low = at.from(gap.low());
        long high = at.to(gap.high());
        if (low > high) {
            return;
        }
        if (at.offsets != null) {
            int[] cells = Kernels.window(at.offsets, row, count, scratch);
            Kernels.flagInside(cells, count, (int) low, (int) high, flags);
        } else {
            Kernels.flagInside(at.sums, row, count, low, high, flags);
        }
    }
}
