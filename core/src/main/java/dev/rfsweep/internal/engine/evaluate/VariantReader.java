package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Slot;
import dev.rfsweep.internal.trellis.Transitions;
import dev.rfsweep.model.Exact;
import dev.rfsweep.model.RefusedException;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows of single variants by id, for answers of few rows. What is not compiled of what a variant goes through is worked out and
 * remembered for the next. For one thread.
 */
public final class VariantReader {

    private final Automaton automaton;
    private final BatchSchema schema;
    private final Transitions transitions;

    /** By column: its slot among those of the transitions. */
    private final int[] slotOf;

    private final Cancellation cancellation;

    /** By position and state: the transitions from there. */
    private final Long2ObjectOpenHashMap<Transitions.Transition[]> met = new Long2ObjectOpenHashMap<>();

    VariantReader(
            Automaton automaton, BatchSchema schema, Transitions transitions, int[] slotOf, Cancellation cancellation) {
        this.automaton = automaton;
        this.schema = schema;
        this.transitions = transitions;
        this.slotOf = slotOf;
        this.cancellation = cancellation;
    }

    /**
     * The rows of the valid variants {@code ids}, in that order, in batches.
     *
     * @param numbers by row, a number of any length, which is one more column; empty for none
     * @param text how variants are written in {@link Batch#texts}, if they are
     */
    public BatchReader read(List<BigInteger> ids, List<BigInteger> numbers, Optional<VariantText<?>> text) {
        return new IdReader(this, schema, ids, numbers, text);
    }

    /**
     * Writes the keys of valid variant {@code id} into {@code keys}, by column.
     *
     * @throws RefusedException when one of them does not fit
     * @throws java.util.concurrent.CancellationException when the cancellation stops it
     */
    void evaluate(BigInteger id, long[] keys) {
        cancellation.check();
        Arrays.fill(keys, 0);
        int[] state = {transitions.start()};
        try {
            automaton.follow(id, (position, branch) -> {
                if (automaton.at(position) instanceof Automaton.Step step) {
                    Transitions.Transition taken =
                            transitions.of(from(position, step, state[0]), step, state[0], branch);
                    add(taken.sums(), keys);
                    state[0] = taken.next();
                }
            });
            for (int column = 0; column < slotOf.length; column++) {
                Slot slot = slot(column);
                long sum = slot.plus(keys[column], transitions.leafWeight(slotOf[column], state[0]));
                keys[column] = slot.plus(sum, slot.constant());
            }
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
