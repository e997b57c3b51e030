package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.model.Column;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Explains which way leads to an answer. Whether algebra gets there shows only on the way, so what is not decided by the
 * states of the matches alone is found by going it; no variant is looked at.
 */
record Planner(Scope scope) {

    private static final String ALL = "every variant is to be evaluated";

    /** The way to an answer that the states of the matches decide. */
    Explanation states(List<Column> columns) {
        return plan(columns, Way.ALGEBRA);
    }

    Explanation rows(List<Column> columns) {
        return plan(columns, Way.GUIDED);
    }

    /** The way to counts, by value of {@code columns} if there is one. */
    Explanation counts(List<Column> columns) {
        Optional<BigInteger> count = columns.isEmpty()
                ? algebra().count()
                : algebra().histogram(columns.get(0)).map(counts -> counts.values().stream()
                        .reduce(BigInteger.ZERO, BigInteger::add));
        Explanation plan = states(columns);
        return count.map(matches -> plan.byAlgebra("along the sum of most values", matches))
                .orElseGet(() -> notByAlgebra(plan, "counting"));
    }

    /** The way to the best few. */
    Explanation best(Objective objective, int most) {
        Explanation plan = states(List.of(objective.column()));
        return algebra().best(objective, most).isPresent()
                ? plan.byAlgebra("by trying the best prefixes first", plan.matches())
                : notByAlgebra(plan, "finding the best");
    }

    Explanation front(List<Objective> objectives) {
        Explanation plan = states(objectives.stream().map(Objective::column).toList());
        return algebra().front(objectives).isPresent() ? plan : notByAlgebra(plan, "the front");
    }

    Explanation bounds(List<Column> columns) {
        Explanation plan = states(List.of());
        return algebra().bounds(columns).isPresent()
                ? plan.byAlgebra("column by column", plan.matches())
                : notByAlgebra(plan, "one of the columns");
    }

    private Explanation notByAlgebra(Explanation plan, String what) {
        return plan.way() == Way.SWEEP ? plan : plan.bySweep(what + " takes more than " + most() + " states");
    }

    private Explanation plan(List<Column> columns, Way way) {
        Question question = scope.question(columns);
        Explainer explainer = new Explainer(
                scope.space(), question, scope.sweep().columns(columns).plan());
        if (scope.mostStates().isEmpty()) {
            return explainer.sweep(ALL, null);
        }
        if (way == Way.GUIDED && scope.allMatch()) {
            return explainer.sweep("every variant matches", scope.sweep().ids().length());
        }
        long limit = way == Way.GUIDED ? Budget.statesOfGuide(most()) : most();
        return MatchBuilder.matches(question, limit)
                .map(matches -> explainer.states(matches, way))
                .orElseGet(() -> explainer.sweep("there are more than " + limit + " states", null));
    }

    private long most() {
        return scope.mostStates().getAsLong();
    }

    private Algebra algebra() {
        return new Algebra(scope);
    }
}
