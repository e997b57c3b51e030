package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Axes;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Transitions;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.internal.trellis.TrellisBuilder;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question compiled: the trellis over just the slots that its columns and conditions need. What the sweep evaluates
 * variant by variant and the {@code query} room answers by algebra. Immutable.
 */
public final class Question {

    /** Columns that are only shown are compiled with the rest as long as the trellis has no more nodes for each position. */
    private static final int NODES_PER_POSITION = 2;

    private final Space space;
    private final Axes axes;

    /** What the trellis was made of; all that its paths meet is known there. */
    private final Transitions transitions;

    /** Of all variants of the space. */
    private final Trellis whole;

    /** Of those alone that are asked for. */
    private final Trellis trellis;

    private final Filters filters;
    private final int[] columnSlots;
    private final Cancellation cancellation;

    private Question(
            Space space,
            Axes axes,
            Transitions transitions,
            Trellis whole,
            Trellis trellis,
            Filters filters,
            int[] columnSlots,
            Cancellation cancellation) {
        this.space = space;
        this.axes = axes;
        this.transitions = transitions;
        this.whole = whole;
        this.trellis = trellis;
        this.filters = filters;
        this.columnSlots = columnSlots;
        this.cancellation = cancellation;
    }

    /**
     * Compiles the variants of {@code space} for {@code columns} under {@code conditions}.
     *
     * @throws dev.rfsweep.model.RefusedException when a metric overflows
     */
    public static Question of(Space space, List<Condition> conditions, List<Column> columns) {
        return of(space, conditions, columns, IdRange.first(space.variants()), Cancellation.of(Monitor.NONE));
    }

    /**
     * The same about no variants but those with {@code ids}, unless {@code cancellation} stops it, now or when it is answered.
     *
     * @throws java.util.concurrent.CancellationException when it does
     */
    public static Question of(
            Space space, List<Condition> conditions, List<Column> columns, IdRange ids, Cancellation cancellation) {
        return of(space, conditions, columns, List.of(), ids, cancellation);
    }

    /**
     * The same where rows of single matches will be read with the columns {@code shown}: if these make about as few nodes, they are
     * compiled with the rest, so that {@link #reader} need not work them out again.
     */
    public static Question of(
            Space space,
            List<Condition> conditions,
            List<Column> columns,
            List<Column> shown,
            IdRange ids,
            Cancellation cancellation) {
        Axes axes = Axes.of(space);
        Set<Slot> needed = needed(axes, conditions, columns);
        Set<Slot> all = new LinkedHashSet<>(needed);
        shown.forEach(column -> all.add(Slot.of(column, axes)));
        Transitions transitions = new Transitions(space, axes, List.copyOf(all));
        int most = all.size() == needed.size()
                ? Integer.MAX_VALUE
                : NODES_PER_POSITION * space.automaton().size();
        Optional<Trellis> few = TrellisBuilder.build(space, transitions, most, cancellation);
        if (few.isEmpty() && !transitions.hasStatesOf(needed)) {
            transitions = new Transitions(space, axes, List.copyOf(needed));
        }
        Trellis whole = few.isPresent() ? few.get() : TrellisBuilder.build(space, transitions, cancellation);
        cancellation.monitor().compiled();
        return new Question(
                space,
                axes,
                transitions,
                whole,
                whole.within(ids, cancellation),
                Filters.of(conditions, whole.slots, axes),
                columnSlots(axes, whole.slots, columns),
                cancellation);
    }

    private static Set<Slot> needed(Axes axes, List<Condition> conditions, List<Column> columns) {
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
        return needed;
    }

    private static int[] columnSlots(Axes axes, List<Slot> slots, List<Column> columns) {
        return columns.stream()
                .mapToInt(column -> slots.indexOf(Slot.of(column, axes)))
                .toArray();
    }

    /** The same conditions and other columns, asked now; empty where the trellis does not have what these columns need. */
    public Optional<Question> about(List<Column> columns, Cancellation now) {
        return trellis.slots.containsAll(needed(axes, List.of(), columns))
                ? Optional.of(new Question(
                        space,
                        axes,
                        transitions,
                        whole,
                        trellis,
                        filters,
                        columnSlots(axes, trellis.slots, columns),
                        now))
                : Optional.empty();
    }

    /** Reads rows of single variants with {@code columns}, compiled or not. */
    public VariantReader reader(List<Column> columns) {
        List<Slot> slots = columns.stream().map(column -> Slot.of(column, axes)).toList();
        boolean known = transitions.slots().containsAll(slots);
        Transitions read = known ? transitions : new Transitions(space, axes, slots);
        int[] slotOf = slots.stream().mapToInt(read.slots()::indexOf).toArray();
        BatchSchema schema = BatchSchema.of(whole, slots);
        return new VariantReader(space.automaton(), schema, read, slotOf, cancellation);
    }

    /** How many variants of the whole space are invalid. */
    public BigInteger invalid() {
        return whole.paths(0).subtract(whole.validPaths(0));
    }

    /** How many variants of those that are asked for are valid, whatever the conditions. */
    public BigInteger valid() {
        return trellis.validPaths(0);
    }

    /** Of all variants of the space, whichever are asked for. */
    public Trellis whole() {
        return whole;
    }

    /** What the positions of the trellis are positions of. */
    Automaton automaton() {
        return space.automaton();
    }

    /** Of the variants that are asked for: all others count as invalid. */
    public Trellis trellis() {
        return trellis;
    }

    public Filters filters() {
        return filters;
    }

    /** What may stop the answer. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** The slot of the trellis that column number {@code column} reads. */
    public int columnSlot(int column) {
        return columnSlots[column];
    }

    int[] columnSlots() {
        return columnSlots;
    }
}
