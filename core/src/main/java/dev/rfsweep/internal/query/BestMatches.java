package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.sink.TopK;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.best.BestPaths;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import dev.rfsweep.model.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the ids of the best few matches, whichever way is open. Ties go by id. */
record BestMatches(Scope scope, Objective objective, int most) {

    private static final Range NONE = new Range(0, -1);

    /** A few states are the fastest way, and that they are few is known soon; with many, searching mostly comes first. */
    Optional<List<BigInteger>> byAlgebra() {
        return scope.algebra(states -> {
            Question question = scope.question(List.of(objective.column()));
            return byStates(scope, Math.min(states, Budget.FEW_STATES))
                    .or(() -> BestFirstSearch.of(question, objective, question.columnSlot(0), most, states))
                    .or(() -> byStates(scope.lean(), states));
        });
    }

    List<BigInteger> bySweep() {
        boolean descending = objective instanceof Objective.Greatest;
        TopK sink = objective instanceof Objective.Nearest
                ? TopK.by(0, objective::loss, most)
                : descending ? TopK.greatest(0, most) : TopK.least(0, most);
        return scope.swept().best(objective.column(), sink);
    }

    private Optional<List<BigInteger>> byStates(Scope from, long states) {
        if (objective instanceof Objective.Nearest nearest) {
            long first = nearest.first();
            List<Condition> atLeast = with(new Range(first, Long.MAX_VALUE));
            List<Condition> below = with(first == Long.MIN_VALUE ? NONE : new Range(Long.MIN_VALUE, first - 1));
            return best(from, atLeast, false, states).flatMap(upper -> best(from, below, true, states)
                    .map(lower -> BestPaths.merge(upper, lower, nearest, most)));
        }
        return best(from, scope.conditions(), objective instanceof Objective.Greatest, states)
                .map(best -> best.stream().map(BestPaths.Scored::id).toList());
    }

    private Optional<List<BestPaths.Scored>> best(
            Scope from, List<Condition> under, boolean descending, long mostStates) {
        Column by = objective.column();
        Question question = from.question(under, List.of(by));
        return scope.compiler()
                .matches(question, mostStates)
                .map(matches ->
                        BestPaths.of(matches, question.columnSlot(0), descending, most, question.cancellation()));
    }

    private List<Condition> with(Range range) {
        List<Condition> more = new ArrayList<>(scope.conditions());
        more.add(new Condition(objective.column(), range));
        return more;
    }
}
