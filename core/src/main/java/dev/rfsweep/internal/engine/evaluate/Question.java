package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Axes;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.internal.trellis.TrellisBuilder;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.IdRange;
import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question compiled: the trellis over just the slots that its columns and conditions need. What the sweep evaluates
 * variant by variant and the {@code query} room answers by algebra. Immutable.
 */
public final class Question {

    private final Automaton automaton;
    private final Axes axes;
    private final Trellis trellis;
    private final Filters filters;
    private final int[] columnSlots;
    private final Cancellation cancellation;

    private Question(
            Automaton automaton,
            Axes axes,
            Trellis trellis,
            Filters filters,
            int[] columnSlots,
            Cancellation cancellation) {
        this.automaton = automaton;
        this.axes = axes;
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
        return of(space, conditions, columns, Cancellation.of(Monitor.NONE));
    }

    /**
     * The same, unless {@code cancellation} stops it, now or when it is answered.
     *
     * @throws java.util.concurrent.CancellationException when it does
     */
    public static Question of(
            Space space, List<Condition> conditions, List<Column> columns, Cancellation cancellation) {
        Axes axes = Axes.of(space);
        List<Slot> slots = new ArrayList<>(needed(axes, conditions, columns));
        Trellis trellis = TrellisBuilder.build(space, axes, slots, cancellation);
        return new Question(
                space.automaton(),
                axes,
                trellis,
                Filters.of(conditions, slots, axes),
                columnSlots(axes, slots, columns),
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

    /** Other columns and conditions over the same trellis; empty where that does not have what they need. */
    public Optional<Question> about(List<Condition> conditions, List<Column> columns) {
        return trellis.slots.containsAll(needed(axes, conditions, columns))
                ? Optional.of(new Question(
                        automaton,
                        axes,
                        trellis,
                        Filters.of(conditions, trellis.slots, axes),
                        columnSlots(axes, trellis.slots, columns),
                        cancellation))
                : Optional.empty();
    }

    /** The same question about no variants but those with {@code ids}. */
    public Question within(IdRange ids) {
        return new Question(automaton, axes, trellis.within(ids), filters, columnSlots, cancellation);
    }

    /** What batches of the columns look like. */
    BatchSchema schema() {
        return BatchSchema.of(trellis, columnSlots);
    }

    /**
     * The rows of the valid variants {@code ids}, in that order, in batches.
     *
     * @param numbers by row, a number of any length, which is one more column; empty for none
     * @param text how variants are written in {@link Batch#texts}, if they are
     */
    public BatchReader read(List<BigInteger> ids, List<BigInteger> numbers, Optional<VariantText<?>> text) {
        return new IdReader(this, ids, numbers, text);
    }

    /** What the positions of the trellis are positions of. */
    Automaton automaton() {
        return automaton;
    }

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
