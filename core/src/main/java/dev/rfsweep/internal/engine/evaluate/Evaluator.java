package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.model.Range;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Evaluates a range of paths: the cursor walks the prefixes, and each prefix meets its suffix table in the kernels.
 * Filters that decide a whole block from its bounds cost nothing in it, unless every variant is to be evaluated. The
 * scratch of one worker; not thread-safe, and nothing is allocated once the tables it meets are made.
 */
public final class Evaluator {

    /** Takes batches until it has enough. */
    public interface Receiver {
        /** Returns whether to go on. */
        boolean accept(Batch batch);
    }

    /** Variants after which a call returns, so that its caller can report and be stopped: tens of milliseconds. */
    private static final long FAIR_SHARE = 1L << 27;

    /** What a block costs beside its rows, in rows. */
    private static final int BLOCK_WORK = 64;

    private final Compiled compiled;
    private final boolean exhaustive;
    private final Cursor cursor;
    private final Batch batch;
    private final int[] flags = new int[Batch.CAPACITY];
    private final int[] scratch = new int[Batch.CAPACITY];

    /** Filters that do not decide the block at hand, and their ranges over its table's offsets (or sums). */
    private final int[] open;

    private final long[] openLow;
    private final long[] openHigh;
    private int opens;

    /** Whether one of them has a gap that the block at hand reaches into. */
    private boolean gaps;

    private long matches;
    private long reached;

    public Evaluator(Compiled compiled, boolean exhaustive) {
        this.compiled = compiled;
        this.exhaustive = exhaustive;
        this.cursor = new Cursor(compiled, !exhaustive);
        this.batch = new Batch(compiled.columnMetric, compiled.columnIsLong, compiled.paths.isRanked());
        int filters = compiled.filters.count();
        this.open = new int[filters];
        this.openLow = new long[filters];
        this.openHigh = new long[filters];
    }

    /** Has batches write variants with {@code suffixes}. */
    public Evaluator writing(SuffixTexts<?> suffixes) {
        batch.text = PathText.of(suffixes, cursor);
        return this;
    }

    /**
     * Counts the matches among {@code count} paths from number {@code origin + offset} on; {@link #matches()} tells. Returns
     * the offset of the first path not looked at: the end, or less when the call did a fair share of work.
     */
    public long count(BigInteger origin, long offset, long count) {
        return run(origin, offset, count, null);
    }

    /**
     * Hands the matches among {@code count} paths from number {@code origin + offset} on to {@code receiver}. Returns the
     * offset of the first variant not looked at: the end, or less when the receiver had enough or the call did a fair
     * share of work.
     */
    public long rows(BigInteger origin, long offset, long count, Receiver receiver) {
        batch.origin = origin;
        return run(origin, offset, count, receiver);
    }

    /** What the last {@link #count} or {@link #rows} found. */
    public long matches() {
        return matches;
    }

    /** One walk for both: without a receiver, matches are counted where they are and no row is looked up. */
    private long run(BigInteger origin, long offset, long count, Receiver receiver) {
        long end = offset + count;
        long work = 0;
        matches = 0;
        cursor.seek(origin.add(BigInteger.valueOf(offset)), offset);
        do {
            if (work > FAIR_SHARE) {
                return cursor.position();
            }
            long rows = Math.min(cursor.remaining(), end - cursor.position());
            if (compiled.paths.isDead(cursor.node())) {
                continue;
            }
            if (receiver == null) {
                matches += countBlock(compiled.table(cursor.node()), rows);
            } else if (!rowsOfBlock(rows, receiver)) {
                return reached;
            }
            work += BLOCK_WORK + rows;
        } while (cursor.advance(end));
        return end;
    }

    private long countBlock(SuffixTable table, long rows) {
        if (!classify(table)) {
            return 0;
        }
        int from = (int) (table.rows - cursor.remaining());
        int count = (int) rows;
        if (opens == 0 && table.invalid == null) {
            return count;
        }
        int[] only = opens == 1 && !gaps && table.invalid == null ? offsets(table, 0) : null;
        if (only != null) {
            return Kernels.count(only, from, count, (int) openLow[0], (int) openHigh[0]);
        }
        long clear = 0;
        for (int row = from; row < from + count; row += Batch.CAPACITY) {
            int stretch = Math.min(Batch.CAPACITY, from + count - row);
            flag(table, row, stretch);
            clear += Kernels.countClear(flags, stretch);
        }
        return clear;
    }

    private boolean rowsOfBlock(long rows, Receiver receiver) {
        SuffixTable table = compiled.table(cursor.node());
        if (!classify(table)) {
            return true;
        }
        int from = (int) (table.rows - cursor.remaining());
        int count = (int) rows;
        boolean all = opens == 0 && table.invalid == null;
        if (batch.text != null) {
            batch.text.enter();
        }
        for (int row = from; row < from + count; row += Batch.CAPACITY) {
            batch.tableRow = row;
            int stretch = Math.min(Batch.CAPACITY, from + count - row);
            batch.contiguous = all;
            batch.first = cursor.position() + row - from;
            batch.count = all ? stretch : select(table, row, stretch);
            reached = batch.first + stretch;
            matches += batch.count;
            if (batch.count > 0) {
                fillIds(table, row);
                fillColumns(table, row);
                if (!receiver.accept(batch)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int select(SuffixTable table, int row, int stretch) {
        flag(table, row, stretch);
        return Kernels.select(flags, stretch, batch.selected);
    }

    private void flag(SuffixTable table, int row, int stretch) {
        int[] first = table.invalid != null ? table.invalid : offsets(table, 0);
        boolean flagged = table.invalid == null && first != null;
        if (flagged) {
            Kernels.flag(window(first, row, stretch), stretch, (int) openLow[0], (int) openHigh[0], flags);
        } else if (first != null) {
            Kernels.flag(window(first, row, stretch), stretch, 0, 0, flags);
        } else {
            Arrays.fill(flags, 0, stretch, 0);
        }
        for (int filter = flagged ? 1 : 0; filter < opens; filter++) {
            int[] offsets = offsets(table, filter);
            if (offsets != null) {
                int[] rows = window(offsets, row, stretch);
                Kernels.flagMore(rows, stretch, (int) openLow[filter], (int) openHigh[filter], flags);
            } else {
                long[] sums = table.sum[compiled.filters.slot[open[filter]]];
                Kernels.flagMore(sums, row, stretch, openLow[filter], openHigh[filter], flags);
            }
        }
        for (int filter = 0; gaps && filter < opens; filter++) {
            for (Range gap : compiled.filters.gaps(open[filter])) {
                flagGap(table, filter, gap, row, stretch);
            }
        }
    }

    private void flagGap(SuffixTable table, int filter, Range gap, int row, int stretch) {
        int slot = compiled.filters.slot[open[filter]];
        int[] offsets = table.offset[slot];
        long low = lowest(table, slot, gap.low());
        long high = highest(table, slot, gap.high());
        if (low <= high && offsets != null) {
            Kernels.flagInside(window(offsets, row, stretch), stretch, (int) low, (int) high, flags);
        } else if (low <= high) {
            Kernels.flagInside(table.sum[slot], row, stretch, low, high, flags);
        }
    }

    /** The rows of {@code values} from {@code row} on, at index 0: nearly always {@code values} itself. */
    private int[] window(int[] values, int row, int count) {
        if (row == 0) {
            return values;
        }
        System.arraycopy(values, row, scratch, 0, count);
        return scratch;
    }

    private int[] offsets(SuffixTable table, int filter) {
        return table.offset[compiled.filters.slot[open[filter]]];
    }

    /** Sorts out which filters the block at hand leaves open; false when one of them rejects all of it. */
    private boolean classify(SuffixTable table) {
        Filters filters = compiled.filters;
        long[] sums = cursor.sums();
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
                open(table, filter, verdict);
            }
        }
        return true;
    }

    private void open(SuffixTable table, int filter, Filters.Verdict verdict) {
        Filters filters = compiled.filters;
        int slot = filters.slot[filter];
        // An empty range inside what the kernel's differences can bear, where the filter rejects the whole block.
        boolean none = verdict == Filters.Verdict.NONE;
        open[opens] = filter;
        openLow[opens] = none ? 1 : lowest(table, slot, filters.low[filter]);
        openHigh[opens] = none ? 0 : highest(table, slot, filters.high[filter]);
        gaps |= filters.gaps(filter).length > 0;
        opens++;
    }

    /** Sum {@code low} of {@code slot} as its kernels count: from the block's least sum, or from the prefix; none below. */
    private long lowest(SuffixTable table, int slot, long low) {
        boolean narrow = table.offset[slot] != null;
        return narrow
                ? Math.max(Filters.minus(low, cursor.sums()[slot] + table.base[slot]), 0)
                : Math.max(Filters.minus(low, cursor.sums()[slot]), table.base[slot]);
    }

    /** The same for the other end; none beyond the block's greatest sum. */
    private long highest(SuffixTable table, int slot, long high) {
        boolean narrow = table.offset[slot] != null;
        return narrow
                ? Math.min(Filters.minus(high, cursor.sums()[slot] + table.base[slot]), table.spread[slot])
                : Math.min(Filters.minus(high, cursor.sums()[slot]), table.base[slot] + table.spread[slot]);
    }

    private void fillColumns(SuffixTable table, int row) {
        long[] sums = cursor.sums();
        for (int column = 0; column < compiled.columnSlot.length; column++) {
            int slot = compiled.columnSlot[column];
            long prefix = sums[slot] + compiled.columnConstant[column];
            if (compiled.columnIsLong[column]) {
                fillLongs(table.sum[slot], row, prefix, batch.longs[column]);
            } else {
                fillInts(table.offset[slot], row, (int) (prefix + table.base[slot]), batch.ints[column]);
            }
        }
    }

    private void fillIds(SuffixTable table, int row) {
        if (table.id != null) {
            batch.origin = cursor.origin();
            fillLongs(table.id, row, cursor.id(), batch.ids);
        }
    }

    private void fillInts(int[] values, int row, int base, int[] out) {
        if (batch.contiguous) {
            Kernels.add(window(values, row, batch.count), batch.count, base, out);
        } else {
            Kernels.gather(values, row, batch.selected, batch.count, base, out);
        }
    }

    private void fillLongs(long[] values, int row, long base, long[] out) {
        if (batch.contiguous) {
            if (row > 0) {
                System.arraycopy(values, row, out, 0, batch.count);
            }
            Kernels.add(row > 0 ? out : values, batch.count, base, out);
        } else {
            Kernels.gather(values, row, batch.selected, batch.count, base, out);
        }
    }
}
