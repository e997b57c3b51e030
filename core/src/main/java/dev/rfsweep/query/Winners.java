package dev.rfsweep.query;

import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.TopK;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Finds the ids of the best few matches, whichever way is open. Ties go by id. */
record Winners(Scope scope) {

    private static final Range NONE = new Range(0, -1);

    /** The {@code most} matches with the least values of {@code by}, or the greatest if {@code descending}. */
    List<BigInteger> extreme(Column by, boolean descending, int most) {
        return find(
                descending ? new Objective.Greatest(by) : new Objective.Least(by),
                most,
                states -> best(scope.conditions(), by, descending, most, states)
                        .map(best -> best.stream().map(Best.Scored::id).toList()),
                descending ? TopK.greatest(0, most) : TopK.least(0, most));
    }

    /** The {@code most} matches whose values are nearest to the target. */
    List<BigInteger> nearest(Objective.Nearest to, int most) {
        Column by = to.column();
        long first = to.first();
        List<Condition> atLeast = with(by, new Range(first, Long.MAX_VALUE));
        List<Condition> below = with(by, first == Long.MIN_VALUE ? NONE : new Range(Long.MIN_VALUE, first - 1));
        return find(
                to,
                most,
                states -> best(atLeast, by, false, most, states).flatMap(upper -> best(below, by, true, most, states)
                        .map(lower -> Best.merge(upper, lower, to, most))),
                TopK.by(0, to::loss, most));
    }

    /** A few states are the fastest way, and that they are few is known soon; with many, searching mostly comes first. */
    private List<BigInteger> find(
            Objective objective, int most, LongFunction<Optional<List<BigInteger>>> byStates, TopK bySweep) {
        long states = scope.mostStates();
        Question question = scope.question(List.of(objective.column()));
        return byStates.apply(Math.min(states, Budget.FEW_STATES))
                .or(() -> Search.of(question, objective, question.columnSlot(0), most, states))
                .or(() -> byStates.apply(states))
                .orElseGet(() -> scope.swept().best(objective.column(), bySweep));
    }

    private Optional<List<Best.Scored>> best(
            List<Condition> under, Column by, boolean descending, int most, long mostStates) {
        Question question = scope.question(under, List.of(by));
        return MatchBuilder.matches(question, mostStates)
                .map(matches -> Best.of(matches, question.columnSlot(0), descending, most, question.cancellation()));
    }

    private List<Condition> with(Column column, Range range) {
        List<Condition> more = new ArrayList<>(scope.conditions());
        more.add(new Condition(column, range));
        return more;
    }
}
