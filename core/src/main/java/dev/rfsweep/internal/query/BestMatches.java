package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.best.BestPaths;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the ids of the best few matches, best first; ties go by id.
 *
 * @param question with the column of the objective as its only one
 */
record BestMatches(Question question, Objective objective, int most) {

    /**
     * The matches, for {@link #among}; empty when that needs more than {@code mostStates} states. Where the nearest are asked for,
     * those below the target end in other nodes than the rest, so that the best on either side can be looked for apart.
     */
    Optional<Selection> matches(long mostStates) {
        return objective instanceof Objective.Nearest nearest
                ? MatchBuilder.split(question, slot(), target(nearest), mostStates)
                : MatchBuilder.matches(question, mostStates);
    }

    /** The winners among {@code matches}. */
    List<BigInteger> among(Selection matches) {
        if (matches.graph().isEmpty()) {
            return List.of();
        }
        List<BestPaths.Scored> best = objective instanceof Objective.Nearest nearest
                ? nearest(matches, nearest)
                : best(matches, matches.bounds(slot(), cancellation()), objective instanceof Objective.Greatest);
        return best.stream().map(BestPaths.Scored::id).toList();
    }

    /** The winners without the matches; empty when that is not feasible either. */
    Optional<List<BigInteger>> bySearch(long mostStates) {
        return BestFirstSearch.of(question, objective, slot(), most, mostStates);
    }

    private List<BestPaths.Scored> nearest(Selection matches, Objective.Nearest nearest) {
        SumBounds sums = matches.prefixBounds(slot(), cancellation());
        long target = target(nearest);
        SumBounds from = matches.bounds(
                slot(), leaf -> sums.least()[leaf] + matches.leafWeight(slot(), leaf) >= target, cancellation());
        SumBounds below = matches.bounds(
                slot(), leaf -> sums.most()[leaf] + matches.leafWeight(slot(), leaf) < target, cancellation());
        return Stream.concat(best(matches, from, false).stream(), best(matches, below, true).stream())
                .map(match -> new BestPaths.Scored(nearest.loss(match.value()), match.id()))
                .sorted(cancellation().during(BestPaths.Scored.BEST_FIRST))
                .limit(most)
                .toList();
    }

    private List<BestPaths.Scored> best(Selection matches, SumBounds bounds, boolean descending) {
        return BestPaths.of(matches, slot(), bounds, descending, most, cancellation());
    }

    /** The least path sum that reaches the target. */
    private long target(Objective.Nearest nearest) {
        return Filters.minus(nearest.peak(), question.trellis().constant(slot()));
    }

    private int slot() {
        return question.columnSlot(0);
    }

    private Cancellation cancellation() {
        return question.cancellation();
    }
}
