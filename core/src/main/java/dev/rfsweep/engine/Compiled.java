package dev.rfsweep.engine;

import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A question compiled once and read by all workers: the trellis over just the slots that the question needs, its
 * filters, and the suffix tables, which are made when a worker first meets them.
 */
final class Compiled {

    /** Rows of a suffix table: three int columns of it stay in a first-level cache of 48 KB. */
    static final int TABLE_ROWS = 4096;

    final Trellis trellis;
    final Filters filters;

    /** Slot of each column that is read. */
    final int[] columnSlot;

    /** Whether a column needs a {@code long}; the bounds of the whole space decide. */
    final boolean[] columnIsLong;

    final boolean[] frontier;
    private final boolean[] slotIsFiltered;
    private final boolean[] slotIsLong;
    private final AtomicReferenceArray<SuffixTable> tables;

    private Compiled(Trellis trellis, Filters filters, int[] columnSlot) {
        this.trellis = trellis;
        this.filters = filters;
        this.columnSlot = columnSlot;
        this.columnIsLong = new boolean[columnSlot.length];
        this.slotIsLong = new boolean[trellis.slots.size()];
        this.slotIsFiltered = new boolean[trellis.slots.size()];
        for (int column = 0; column < columnSlot.length; column++) {
            int slot = columnSlot[column];
            columnIsLong[column] =
                    trellis.least[slot][0] < Integer.MIN_VALUE / 4 || trellis.most[slot][0] > Integer.MAX_VALUE / 2;
            slotIsLong[slot] = columnIsLong[column];
        }
        for (int slot : filters.slot) {
            slotIsFiltered[slot] = true;
        }
        this.frontier = Frontier.choose(trellis, TABLE_ROWS);
        this.tables = new AtomicReferenceArray<>(trellis.nodes());
    }

    static Compiled of(Space space, List<Condition> conditions, List<Column> columns) {
        Axes axes = Axes.of(space);
        Set<Slot> needed = new LinkedHashSet<>();
        columns.forEach(column -> needed.add(Slot.of(column, axes)));
        for (Condition condition : conditions) {
            for (int axis = 0; axis < axes.count(); axis++) {
                Slot slot = new Slot(
                        condition.column().metric(), condition.column().metric().perAxis() ? axis : 0);
                if (Filters.concerns(condition.column(), slot, axes)) {
                    needed.add(slot);
                }
            }
        }
        List<Slot> slots = new ArrayList<>(needed);
        Trellis trellis = TrellisBuilder.build(space, axes, slots);
        int[] columnSlot = columns.stream()
                .mapToInt(column -> slots.indexOf(Slot.of(column, axes)))
                .toArray();
        return new Compiled(trellis, Filters.of(conditions, slots, axes), columnSlot);
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
