package dev.rfsweep.query;

import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.space.Space;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * What a query is about, and how much may be done for it.
 *
 * @param sweep the same question by brute force, without columns; its ids are those that are asked for
 * @param mostStates states after which algebra is given up; empty where every variant is to be evaluated
 */
record Scope(Space space, List<Condition> conditions, Sweep sweep, OptionalLong mostStates) {

    Scope {
        conditions = List.copyOf(conditions);
    }

    /** What is asked about {@code columns} under {@code conditions}. */
    Question question(List<Condition> conditions, List<Column> columns) {
        return Question.of(space, conditions, columns, sweep.cancellation()).within(sweep.ids());
    }

    Question question(List<Column> columns) {
        return question(conditions, columns);
    }

    /** What {@code attempt} makes of so many states; empty where every variant is to be evaluated. */
    <T> Optional<T> algebra(LongFunction<Optional<T>> attempt) {
        return mostStates.isPresent() ? attempt.apply(mostStates.getAsLong()) : Optional.empty();
    }

    /** The way from match to match; empty where that is given up. */
    Optional<Guide> guide(List<Column> columns) {
        return algebra(states -> Guide.of(question(columns), sweep, Budget.statesOfGuide(states)));
    }

    /** Whether it is certain from the start that every variant matches: then there is nothing to be guided to. */
    boolean allMatch() {
        return mostStates.isPresent()
                && conditions.isEmpty()
                && sweep.exhaustive(false).count().equals(sweep.ids().length());
    }

    Swept swept() {
        return new Swept(sweep, mostStates);
    }
}
