package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Cancellation;
import dev.rfsweep.internal.engine.Filters;
import dev.rfsweep.internal.engine.Question;
import dev.rfsweep.internal.engine.Selection;
import dev.rfsweep.internal.paths.SumBounds;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the ids of the best few matches, best first; ties go by id.
 *
 * @param question with the column of the objective as its only one
 */
record Winners(Question question, Objective objective, int most) {

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
        List<Best.Scored> best = objective instanceof Objective.Nearest nearest
                ? nearest(matches, nearest)
                : best(matches, matches.bounds(slot()), objective instanceof Objective.Greatest);
        return best.stream().map(Best.Scored::id).toList();
    }

    /** The winners without the matches; empty when that is not feasible either. */
    Optional<List<BigInteger>> bySearch(long mostStates) {
        return Search.of(question, objective, slot(), most, mostStates);
    }

    private List<Best.Scored> nearest(Selection matches, Objective.Nearest nearest) {
        SumBounds sums = matches.prefixBounds(slot());
        long target = target(nearest);
        SumBounds from = matches.bounds(slot(), leaf -> sums.least()[leaf] + matches.leafWeight(slot(), leaf) >= target);
        SumBounds below = matches.bounds(slot(), leaf -> sums.most()[leaf] + matches.leafWeight(slot(), leaf) < target);
        return Stream.concat(best(matches, from, false).stream(), best(matches, below, true).stream())
                .map(match -> new Best.Scored(nearest.loss(match.value()), match.id()))
                .sorted(Best.Scored.BEST_FIRST)
                .limit(most)
                .toList();
    }

    private List<Best.Scored> best(Selection matches, SumBounds bounds, boolean descending) {
        return Best.of(matches, slot(), bounds, descending, most, cancellation());
    }

    /** The least path sum that reaches the target. */
    private long target(Objective.Nearest nearest) {
        return Filters.minus(nearest.first(), question.trellis().constant(slot()));
    }

    private int slot() {
        return question.columnSlot(0);
    }

    private Cancellation cancellation() {
        return question.cancellation();
    }
}
