package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * What a query is about, and how much may be done for it.
 *
 * @param sweep the same question by brute force, without columns; its ids are those that are asked for
 * @param compiler compiles it
 * @param compiled what is compiled already; questions that its trellis can answer are asked of that
 * @param mostStates states after which algebra is given up; empty where every variant is to be evaluated
 */
record Scope(
        Space space,
        List<Condition> conditions,
        Sweep sweep,
        OptionalLong mostStates,
        Compiler compiler,
        Optional<Question> compiled) {

    Scope {
        conditions = List.copyOf(conditions);
    }

    /** The same with another sweep. */
    Scope with(Sweep other) {
        return new Scope(space, conditions, other, mostStates, compiler, compiled);
    }

    /** The same with other limits. */
    Scope with(OptionalLong most) {
        return new Scope(space, conditions, sweep, most, compiler, compiled);
    }

    /** The same with one trellis for all of {@code columns}. */
    Scope compiledFor(List<Column> columns) {
        Question question = question(columns);
        return new Scope(space, conditions, sweep, mostStates, compiler, Optional.of(question));
    }

    /** The same with trellises that have no more than each question needs. */
    Scope lean() {
        return new Scope(space, conditions, sweep, mostStates, compiler, Optional.empty());
    }

    /** What is asked about {@code columns} under {@code conditions}. */
    Question question(List<Condition> conditions, List<Column> columns) {
        return compiled.flatMap(known -> known.about(conditions, columns))
                .orElseGet(() -> compiler.question(space, conditions, columns, sweep.cancellation())
                        .within(sweep.ids()));
    }

    Question question(List<Column> columns) {
        return question(conditions, columns);
    }

    /** What {@code attempt} makes of so many states; empty where every variant is to be evaluated. */
    <T> Optional<T> algebra(LongFunction<Optional<T>> attempt) {
        return mostStates.isPresent() ? attempt.apply(mostStates.getAsLong()) : Optional.empty();
    }

    /**
     * What {@code attempt} makes of a scope and so many states. Columns that are only shown can multiply states: one trellis
     * for everything is for few of them, and beyond there is one that is lean.
     */
    <T> Optional<T> leanly(BiFunction<Scope, Long, Optional<T>> attempt) {
        return algebra(states -> compiled.isEmpty()
                ? attempt.apply(this, states)
                : attempt.apply(this, Math.min(states, Budget.FEW_STATES)).or(() -> attempt.apply(lean(), states)));
    }

    /** The way from match to match; empty where that is given up. */
    Optional<MatchEnumeration> guide(List<Column> columns) {
        return algebra(states -> MatchEnumeration.of(question(columns), sweep, Budget.statesOfGuide(states)));
    }

    RowSource rows(List<Column> columns) {
        return (allMatch() ? Optional.<MatchEnumeration>empty() : guide(columns))
                .map(MatchEnumeration::rows)
                .orElseGet(() -> new RowSource(sweep.columns(columns).walk(), sweep.ids()));
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
