package dev.rfsweep.query;

import dev.rfsweep.engine.Histogram;
import dev.rfsweep.engine.Monitor;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.space.Space;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact counts over a whole space, by algebra where the distinct states are few and otherwise by a sweep. Both give the
 * same answer.
 */
public final class Query {

    /** States after which algebra is given up: seconds of work, and memory for the states of a few nodes. */
    private static final long MOST_STATES = 1L << 22;

    private final Space space;
    private final List<Condition> conditions;
    private final Sweep sweep;

    private Query(Space space, List<Condition> conditions, Sweep sweep) {
        this.space = space;
        this.conditions = List.copyOf(conditions);
        this.sweep = sweep;
    }

    /** The variants of {@code space} that meet all of {@code conditions}. */
    public static Query over(Space space, List<Condition> conditions) {
        return new Query(space, conditions, Sweep.over(space).where(conditions));
    }

    /** With a sweep, if it comes to one, on so many threads and watched by {@code monitor}. */
    public Query sweeping(int threads, Monitor monitor) {
        return new Query(space, conditions, sweep.threads(threads).monitor(monitor));
    }

    /**
     * The number of matches.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public BigInteger count() {
        if (conditions.isEmpty()) {
            return sweep.count();
        }
        return Tally.of(Question.of(space, conditions, List.of()), -1, MOST_STATES)
                .map(counts -> counts.getOrDefault(0L, BigInteger.ZERO))
                .orElseGet(sweep::count);
    }

    /**
     * The number of matches for each value of {@code column} that any of them has, ascending; {@code erf} as
     * {@code 12V}.
     *
     * @throws dev.rfsweep.engine.RefusedException when a metric overflows, or neither way is feasible
     */
    public SortedMap<Long, BigInteger> histogram(Column column) {
        Question question = Question.of(space, conditions, List.of(column));
        Optional<SortedMap<Long, BigInteger>> counts = Tally.of(question, question.columnSlot(0), MOST_STATES);
        return counts.orElseGet(() -> sweptHistogram(column));
    }

    private SortedMap<Long, BigInteger> sweptHistogram(Column column) {
        SortedMap<Long, BigInteger> counts = new TreeMap<>();
        sweep.columns(List.of(column))
                .into(Histogram.of(0))
                .forEach((value, count) -> counts.put(value, BigInteger.valueOf(count)));
        return counts;
    }
}
