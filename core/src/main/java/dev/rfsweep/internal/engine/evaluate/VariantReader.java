package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Axes;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Transitions;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.RefusedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of single variants by id, for answers of few rows: nothing is compiled but what these variants go through. What one
 * variant goes through is remembered for the next. For one thread.
 */
public final class VariantReader {

    private final Automaton automaton;
    private final List<Column> columns;
    private final List<Slot> slots;
    private final Transitions transitions;
    private final Cancellation cancellation;

    /** Reads {@code columns} of the variants of {@code space}. */
    public VariantReader(Space space, List<Column> columns, Cancellation cancellation) {
        Axes axes = Axes.of(space);
        this.automaton = space.automaton();
        this.columns = List.copyOf(columns);
        this.slots = columns.stream().map(column -> Slot.of(column, axes)).toList();
        this.transitions = new Transitions(space, axes, slots);
        this.cancellation = cancellation;
    }

    /**
     * The row of valid variant {@code id}.
     *
     * @throws RefusedException when a value of it does not fit
     * @throws java.util.concurrent.CancellationException when the cancellation stops it
     */
    public Row row(BigInteger id) {
        cancellation.check();
        long[] sums = new long[slots.size()];
        int[] state = {transitions.start()};
        try {
            automaton.follow(id, (position, branch) -> {
                if (automaton.at(position) instanceof Automaton.Step step) {
                    Transitions.Transition taken =
                            transitions.of(transitions.from(step, state[0]), step, state[0], branch);
                    add(taken.sums(), sums);
                    state[0] = taken.next();
                }
            });
            List<Figure> values = new ArrayList<>(slots.size());
            for (int column = 0; column < slots.size(); column++) {
                Slot slot = slots.get(column);
                long sum = slot.plus(sums[column], transitions.leafWeight(column, state[0]));
                values.add(new Figure(columns.get(column).metric(), slot.plus(sum, slot.constant())));
            }
            return new Row(id, values);
        } catch (Exact.Overflow overflow) {
            throw new RefusedException(overflow.getMessage() + " of variant " + id + " does not fit 63 bits");
        }
    }

    private void add(long[] more, long[] sums) {
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] = slots.get(slot).plus(sums[slot], more[slot]);
        }
    }
}
