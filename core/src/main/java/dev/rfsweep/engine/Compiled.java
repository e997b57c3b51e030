package dev.rfsweep.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A question ready to be evaluated, read by all workers: its trellis and filters, and the suffix tables, which are made
 * when a worker first meets them.
 */
final class Compiled {

    /** Rows of a suffix table: three int columns of it stay in a first-level cache of 48 KB. */
    static final int TABLE_ROWS = 4096;

    final Trellis trellis;
    final Filters filters;

    /** Slot of each column that is read. */
    final int[] columnSlot;

    /** What path sums lack of each column's metric. */
    final int[] columnConstant;

    /** Whether a column needs a {@code long}; the bounds of the whole space decide. */
    final boolean[] columnIsLong;

    final boolean[] frontier;
    private final boolean[] slotIsFiltered;
    private final boolean[] slotIsLong;
    private final AtomicReferenceArray<SuffixTable> tables;

    /** Tables have about {@code tableRows} rows at most. */
    Compiled(Question question, int tableRows) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.columnSlot = question.columnSlots();
        this.columnConstant = new int[columnSlot.length];
        this.columnIsLong = new boolean[columnSlot.length];
        this.slotIsLong = new boolean[trellis.slots.size()];
        this.slotIsFiltered = new boolean[trellis.slots.size()];
        for (int column = 0; column < columnSlot.length; column++) {
            int slot = columnSlot[column];
            columnConstant[column] = trellis.constant(slot);
            columnIsLong[column] =
                    trellis.least[slot][0] < Integer.MIN_VALUE / 4 || trellis.most[slot][0] > Integer.MAX_VALUE / 2;
            slotIsLong[slot] = columnIsLong[column];
        }
        for (int slot : filters.slot) {
            slotIsFiltered[slot] = true;
        }
        this.frontier = Frontier.choose(trellis, tableRows);
        this.tables = new AtomicReferenceArray<>(trellis.nodes());
    }

    /** The table of a frontier node. Two workers may race to make one; they make the same. */
    SuffixTable table(int node) {
        SuffixTable table = tables.getAcquire(node);
        if (table == null) {
            table = SuffixTable.of(trellis, node, slotIsFiltered, slotIsLong);
            tables.setRelease(node, table);
        }
        return table;
    }
}
