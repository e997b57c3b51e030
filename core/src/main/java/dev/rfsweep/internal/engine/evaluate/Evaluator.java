package dev.rfsweep.internal.engine.evaluate;

import java.math.BigInteger;

/**
 * Evaluates a range of paths and hands out those that match, batch by batch. The cursor walks from one block to the next: a
 * prefix, and the suffix table behind it. The filters pick rows of the table, and a column of the batch is one sum of the
 * prefix added to one column of the table. The scratch of one worker; not thread-safe, and nothing is allocated once the tables
 * it meets are made.
 *
 * <p>After {@link #seek}, call {@link #next} or {@link #count} until {@link #isDone}.
 */
public final class Evaluator {

    /** Rows after which a call returns without an answer, so that its caller can report and be stopped: tens of milliseconds. */
    private static final long FAIR_SHARE = 1L << 27;

    /** What a block costs beside its rows, in rows. */
    private static final int BLOCK_WORK = 64;

    private final Compiled compiled;
    private final Cursor cursor;
    private final BlockFilter filter;
    private final Batch batch;
    private final int[] scratch = new int[Batch.CAPACITY];
    private PathText<?> text;

    private long end;
    private long work;
    private boolean done = true;

    /** Whether the block under the cursor has been entered, so that the fields below are about it. */
    private boolean inside;

    private SuffixTable table;

    /** The rows of the table that may match: from the first, next the one at hand, until the last, exclusive. */
    private int firstRow;

    private int row;
    private int lastRow;

    public Evaluator(Compiled compiled, boolean exhaustive) {
        this.compiled = compiled;
        this.cursor = new Cursor(compiled, !exhaustive);
        this.filter = new BlockFilter(compiled.filters, exhaustive);
        this.batch = Batch.evaluated(compiled.schema, compiled.paths.isRanked());
    }

    /** Has batches write variants with {@code suffixes}. */
    public Evaluator writing(SuffixTexts<?> suffixes) {
        text = PathText.of(suffixes, cursor);
        batch.texts = text;
        return this;
    }

    /** Goes to the first of {@code count} paths, at least one: number {@code origin + offset}. */
    public void seek(BigInteger origin, long offset, long count) {
        batch.origin = origin;
        cursor.seek(origin.add(BigInteger.valueOf(offset)), offset);
        end = offset + count;
        work = 0;
        done = false;
        inside = false;
    }

    /** Whether all paths have been looked at. */
    public boolean isDone() {
        return done;
    }

    /** Offset of the first path that has not been looked at. */
    public long position() {
        return done ? end : inside ? cursor.position() + row - firstRow : cursor.position();
    }

    /** The next matches; null behind the last, and when a fair share of work found none since the last null. */
    public Batch next() {
        while (!done && work <= FAIR_SHARE) {
            enter();
            while (row < lastRow) {
                if (fill()) {
                    return batch;
                }
            }
            leave();
        }
        work = 0;
        return null;
    }

    /** Counts matches, until the end or for a fair share of work. No row is looked up for that. */
    public long count() {
        long matches = 0;
        while (!done && work <= FAIR_SHARE) {
            enter();
            matches += row < lastRow ? filter.count(row, lastRow - row) : 0;
            leave();
        }
        work = 0;
        return matches;
    }

    private void enter() {
        if (inside) {
            return;
        }
        inside = true;
        row = 0;
        firstRow = 0;
        lastRow = 0;
        if (!compiled.paths.isDead(cursor.node())) {
            int rows = (int) Math.min(cursor.remaining(), end - cursor.position());
            work += BLOCK_WORK + rows;
            table = compiled.table(cursor.node());
            if (filter.enter(table, cursor.sums())) {
                firstRow = (int) (table.rows - cursor.remaining());
                row = firstRow;
                lastRow = firstRow + rows;
                if (text != null) {
                    text.enter();
                }
            }
        }
    }

    private void leave() {
        inside = false;
        done = !cursor.advance(end);
    }

    /** Fills the batch with the matches among the next rows of the block; false when there is none. */
    private boolean fill() {
        int from = row;
        batch.tableRow = from;
        int stretch = Math.min(Batch.CAPACITY, lastRow - from);
        row += stretch;
        batch.contiguous = filter.passesAll();
        batch.first = cursor.position() + from - firstRow;
        batch.count = batch.contiguous ? stretch : filter.select(from, stretch, batch.selected);
        if (batch.count > 0) {
            fillIds(from);
            fillColumns(from);
        }
        return batch.count > 0;
    }

    private void fillIds(int from) {
        if (table.id != null) {
            batch.origin = cursor.origin();
            fillLongs(table.id, from, cursor.id(), batch.ids);
        }
    }

    private void fillColumns(int from) {
        long[] sums = cursor.sums();
        for (int column = 0; column < compiled.columnSlot.length; column++) {
            int slot = compiled.columnSlot[column];
            long prefix = sums[slot] + compiled.columnConstant[column];
            if (batch.longs[column] != null) {
                fillLongs(table.sum[slot], from, prefix, batch.longs[column]);
            } else {
                fillInts(table.offset[slot], from, (int) (prefix + table.base[slot]), batch.ints[column]);
            }
        }
    }

    private void fillInts(int[] values, int from, int base, int[] out) {
        if (batch.contiguous) {
            Kernels.add(Kernels.window(values, from, batch.count, scratch), batch.count, base, out);
        } else {
            Kernels.gather(values, from, batch.selected, batch.count, base, out);
        }
    }

    private void fillLongs(long[] values, int from, long base, long[] out) {
        if (batch.contiguous) {
            Kernels.add(Kernels.window(values, from, batch.count, out), batch.count, base, out);
        } else {
            Kernels.gather(values, from, batch.selected, batch.count, base, out);
        }
    }
}
