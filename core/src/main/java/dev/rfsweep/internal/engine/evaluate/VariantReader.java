package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Transitions;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.RefusedException;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of single variants by id, for answers of few rows. What is not compiled of what a variant goes through is worked out and
 * remembered for the next. For one thread.
 */
public final class VariantReader {

    private final Automaton automaton;
    private final List<Column> columns;
    private final Transitions transitions;

    /** By column: its slot among those of the transitions. */
    private final int[] slotOf;

    private final Cancellation cancellation;

    /** By position and state: the transitions from there. */
    private final Long2ObjectOpenHashMap<Transitions.Transition[]> met = new Long2ObjectOpenHashMap<>();

    VariantReader(
            Automaton automaton,
            List<Column> columns,
            Transitions transitions,
            int[] slotOf,
            Cancellation cancellation) {
        this.automaton = automaton;
        this.columns = List.copyOf(columns);
        this.transitions = transitions;
        this.slotOf = slotOf;
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
        long[] sums = new long[slotOf.length];
        int[] state = {transitions.start()};
        try {
            automaton.follow(id, (position, branch) -> {
                if (automaton.at(position) instanceof Automaton.Step step) {
                    Transitions.Transition taken =
                            transitions.of(from(position, step, state[0]), step, state[0], branch);
                    add(taken.sums(), sums);
                    state[0] = taken.next();
                }
            });
            List<Figure> values = new ArrayList<>(slotOf.length);
            for (int column = 0; column < slotOf.length; column++) {
                Slot slot = slot(column);
                long sum = slot.plus(sums[column], transitions.leafWeight(slotOf[column], state[0]));
                values.add(new Figure(columns.get(column).metric(), slot.plus(sum, slot.constant())));
            }
            return new Row(id, values);
        } catch (Exact.Overflow overflow) {
            throw new RefusedException(overflow.getMessage() + " of variant " + id + " does not fit 63 bits");
        }
    }

    private Transitions.Transition[] from(int position, Automaton.Step step, int state) {
        long key = (long) position << Integer.SIZE | state;
        Transitions.Transition[] known = met.get(key);
        if (known == null) {
            known = transitions.from(step, state);
            met.put(key, known);
        }
        return known;
    }

    private void add(long[] more, long[] sums) {
        for (int column = 0; column < slotOf.length; column++) {
            sums[column] = slot(column).plus(sums[column], more[slotOf[column]]);
        }
    }

    private Slot slot(int column) {
        return transitions.slots().get(slotOf[column]);
    }
}
