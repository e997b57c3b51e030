package dev.rfsweep.query;

import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Selection;
import dev.rfsweep.engine.Sweep;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.space.Space;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The planner: what a query is about, and which way leads to the answer.
 *
 * @param sweep the same question by brute force, without columns; its ids are those that are asked for
 * @param mostStates states after which algebra is given up; negative to do without from the start
 */
record Scope(Space space, List<Condition> conditions, Sweep sweep, long mostStates) {

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

    /** The matches; empty where algebra is given up. */
    Optional<Selection> matches() {
        return MatchBuilder.matches(question(List.of()), mostStates);
    }

    /** The way from match to match; empty where that is given up. */
    Optional<Guide> guide(List<Column> columns) {
        return mostStates < 0 ? Optional.empty() : Guide.of(question(columns), sweep, Budget.statesOfGuide(mostStates));
    }

    /** Whether it is certain from the start that every variant matches: then there is nothing to be guided to. */
    boolean allMatch() {
        return mostStates >= 0
                && conditions.isEmpty()
                && sweep.count().equals(sweep.ids().length());
    }

    Swept swept() {
        return new Swept(sweep, mostStates);
    }

    /** The way to an answer by {@link Explanation.Way#ALGEBRA}, or {@link Explanation.Way#GUIDED} to rows. */
    Explanation plan(List<Column> columns, Explanation.Way way) {
        boolean rows = way == Explanation.Way.GUIDED;
        long limit = rows ? Budget.statesOfGuide(mostStates) : mostStates;
        Question question = question(columns);
        Explainer explainer =
                new Explainer(space, question, sweep.columns(columns).plan());
        if (mostStates < 0) {
            return explainer.sweep("every variant is to be evaluated", null);
        }
        if (rows && allMatch()) {
            return explainer.sweep("every variant matches", sweep.count());
        }
        return MatchBuilder.matches(question, limit)
                .map(matches -> explainer.states(matches, way))
                .orElseGet(() -> explainer.sweep("there are more than " + limit + " states", null));
    }

    /** The way to counts, by value of {@code columns} if there is one: lines can take more than states can. */
    Explanation planCounts(List<Column> columns) {
        Explanation plan = plan(columns, Explanation.Way.ALGEBRA);
        if (mostStates < 0 || plan.way() == Explanation.Way.ALGEBRA) {
            return plan;
        }
        Question question = question(columns);
        return LineTally.of(question, columns.isEmpty() ? -1 : question.columnSlot(0), mostStates)
                .map(counts -> counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .map(plan::byLines)
                .orElse(plan);
    }
}
