package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A question ready to be evaluated, read by all workers: the paths to walk and the filters they must pass, and the suffix
 * tables, which are made when a worker first meets them.
 */
public final class Compiled {

    /** Rows of a suffix table: three int columns of it stay in a first-level cache of 48 KB. */
    public static final int TABLE_ROWS = 4096;

    public final Selection paths;
    private final Automaton automaton;
    public final Trellis trellis;
    final Filters filters;

    /** Slot of each column that is read. */
    public final int[] columnSlot;

    /** What batches look like. */
    public final BatchSchema schema;

    /** What path sums lack of each column's metric. */
    final int[] columnConstant;

    /** Depths of a path, with room for one step too many. */
    final int depth;

    /** By node of the paths: whether the cursor stops there. */
    public final boolean[] frontier;

    /** Slots that a column or a filter looks at. */
    final int[] readSlots;

    final boolean[] slotIsFiltered;
    final boolean[] slotIsLong;
    private final AtomicReferenceArray<SuffixTable> tables;

    /** Tables have about {@code tableRows} rows at most. */
    Compiled(Selection paths, Automaton automaton, Filters filters, int[] columnSlot, int tableRows) {
        this.automaton = automaton;
        this.paths = paths;
        this.trellis = paths.trellis();
        this.filters = filters;
        this.columnSlot = columnSlot;
        this.schema = BatchSchema.of(
                trellis, IntStream.of(columnSlot).mapToObj(trellis.slots::get).toList());
        this.columnConstant = new int[columnSlot.length];
        this.slotIsLong = new boolean[trellis.slots.size()];
        this.slotIsFiltered = new boolean[trellis.slots.size()];
        for (int column = 0; column < columnSlot.length; column++) {
            int slot = columnSlot[column];
            columnConstant[column] = trellis.constant(slot);
            slotIsLong[slot] = trellis.isWide(slot);
        }
        for (int slot : filters.slot) {
            slotIsFiltered[slot] = true;
        }
        this.readSlots = IntStream.concat(IntStream.of(columnSlot), IntStream.of(filters.slot))
                .distinct()
                .toArray();
        this.depth = paths.graph().length() + 2;
        this.frontier = Frontier.choose(paths, tableRows);
        this.tables = new AtomicReferenceArray<>(paths.graph().nodes());
    }

    /** Every variant, to be held against the filters. */
    public static Compiled all(Question question, int tableRows) {
        return new Compiled(
                Selection.all(question.whole()),
                question.automaton(),
                question.filters(),
                question.columnSlots(),
                tableRows);
    }

    /** Only {@code matches}, which are known to pass every filter. */
    public static Compiled only(Question question, Selection matches, int tableRows) {
        return new Compiled(matches, question.automaton(), Filters.NONE, question.columnSlots(), tableRows);
    }

    /** Texts of suffixes, for one stream. */
    public <P> SuffixTexts<P> texts(VariantText<P> text) {
        return new SuffixTexts<>(paths, automaton, text);
    }

    /** The table of a frontier node. Two workers may race to make one; they make the same. */
    SuffixTable table(int node) {
        SuffixTable table = tables.getAcquire(node);
        if (table == null) {
            table = SuffixTable.of(this, node);
            tables.setRelease(node, table);
        }
        return table;
    }
}
