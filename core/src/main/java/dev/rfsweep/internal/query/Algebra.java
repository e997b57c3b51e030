package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.query.best.Front;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.query.count.StateTally;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Figure;
import dev.rfsweep.model.Metric;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The answers without looking at variants; each is empty where that is given up or not wanted. */
record Algebra(Scope scope) {

    Optional<BigInteger> count() {
        if (scope.conditions().isEmpty()) {
            return scope.algebra(
                    states -> Optional.of(scope.sweep().exhaustive(false).count()));
        }
        return scope.algebra(states -> StateTally.of(scope.question(List.of()), -1, states)
                .map(counts -> counts.getOrDefault(0L, BigInteger.ZERO)));
    }

    Optional<SortedMap<Figure, BigInteger>> histogram(Column column) {
        return scope.algebra(states -> {
            Question question = scope.question(List.of(column));
            return StateTally.of(question, question.columnSlot(0), states)
                    .map(counts -> figures(column.metric(), counts));
        });
    }

    private static SortedMap<Figure, BigInteger> figures(Metric metric, SortedMap<Long, BigInteger> countOfKey) {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        countOfKey.forEach((key, count) -> counts.put(new Figure(metric, key), count));
        return counts;
    }

    Optional<Selection> matches() {
        return scope.leanly((from, states) -> scope.compiler().matches(from.question(List.of()), states));
    }

    Optional<List<ChoiceCount>> choices() {
        return matches()
                .map(matches ->
                        Marginals.of(scope.space(), matches, scope.sweep().cancellation()));
    }

    /** The ids of the best few. */
    Optional<List<BigInteger>> best(Objective objective, int most) {
        return new BestMatches(scope, objective, most).byAlgebra();
    }

    Optional<List<Label>> front(List<Objective> objectives) {
        return scope.leanly((from, states) -> {
            Question question =
                    from.question(objectives.stream().map(Objective::column).toList());
            int[] slots = IntStream.range(0, objectives.size())
                    .map(question::columnSlot)
                    .toArray();
            return scope.compiler()
                    .matches(question, states)
                    .flatMap(matches -> Front.of(
                            matches, objectives, slots, scope.mostStates().getAsLong(), question.cancellation()));
        });
    }

    /** Column by column: each trellis has only the states that one column needs. */
    Optional<Bounds> bounds(List<Column> columns) {
        List<Figure> least = new ArrayList<>();
        List<Figure> most = new ArrayList<>();
        for (Column column : columns) {
            Question question = scope.question(List.of(column));
            Optional<Selection> matches = scope.algebra(states -> MatchBuilder.matches(question, states));
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            if (!matches.get().graph().isEmpty()) {
                int slot = question.columnSlot(0);
                int constant = question.trellis().constant(slot);
                SumBounds sums = matches.get().bounds(slot);
                least.add(new Figure(column.metric(), sums.least()[0] + constant));
                most.add(new Figure(column.metric(), sums.most()[0] + constant));
            }
        }
        return count().map(count -> new Bounds(count, least, most));
    }
}
