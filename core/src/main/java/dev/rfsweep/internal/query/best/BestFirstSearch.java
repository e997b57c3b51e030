package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * The best matches where a {@link dev.rfsweep.internal.query.count.MatchBuilder} meets too many states: best-first search over the trellis itself. Only
 * bounds are known of what a prefix can still become, so some steps lead to no match; but the most promising prefixes come first, and mostly
 * there is no need to look at others. Ties go by id.
 */
public final class BestFirstSearch {

    /** Candidates, a second or two of work, after which the search is given up. */
    private static final long MOST_CANDIDATES = 1 << 19;

    /**
     * A prefix.
     *
     * @param loss the least that any of its continuations can have, filters aside
     * @param id the least id among them
     */
    private record Candidate(long loss, BigInteger id, int node, Sums sums) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingLong(Candidate::loss).thenComparing(Candidate::id);
    }

    /** What a prefix adds to each slot. */
    private static final class Sums {
        final long[] bySlot;

        Sums(long[] bySlot) {
            this.bySlot = bySlot;
        }
    }

    /** What is known of the matches that follow a prefix. */
    public interface Outlook {
        /**
         * No more than the least loss of any of them; empty when it is certain that there is none. Of a complete path the
         * loss itself, or empty if it is no match.
         *
         * @param sums by slot, what the prefix adds up to
         */
        OptionalLong leastLoss(int node, long[] sums);
    }

    private final Trellis trellis;
    private final Cancellation cancellation;
    private final Outlook outlook;
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST_FIRST);

    private BestFirstSearch(Question question, Outlook outlook) {
        this.trellis = question.trellis();
        this.cancellation = question.cancellation();
        this.outlook = outlook;
    }

    /**
     * The ids of the {@code most} matches of least loss, best first; empty when it takes more than {@code mostStates}
     * candidates, or more than are worth a try.
     *
     * @param slot what {@code objective} looks at
     */
    public static Optional<List<BigInteger>> of(
            Question question, Objective objective, int slot, int most, long mostStates) {
        Outlook bounds = (node, sums) -> bound(question, objective, slot, node, sums);
        return of(question, bounds, most, Math.min(mostStates, MOST_CANDIDATES));
    }

    /** The same with another outlook. */
    public static Optional<List<BigInteger>> of(Question question, Outlook outlook, int most, long mostCandidates) {
        return new BestFirstSearch(question, outlook).run(most, mostCandidates);
    }

    /** Looks at the bounds of each sum alone. */
    private static OptionalLong bound(Question question, Objective objective, int slot, int node, long[] sums) {
        Trellis trellis = question.trellis();
        if (!question.filters().mayPass(trellis, node, sums)) {
            return OptionalLong.empty();
        }
        long sum = sums[slot] + trellis.constant(slot);
        return OptionalLong.of(objective.leastLoss(sum + trellis.least(slot, node), sum + trellis.most(slot, node)));
    }

    private Optional<List<BigInteger>> run(int most, long mostCandidates) {
        List<BigInteger> best = new ArrayList<>();
        long candidates = 0;
        push(0, BigInteger.ZERO, new long[trellis.slotCount()]);
        while (best.size() < most && !queue.isEmpty()) {
            cancellation.check();
            Candidate found = queue.remove();
            if (trellis.isLeaf(found.node)) {
                best.add(found.id);
            } else {
                candidates += expand(found);
            }
            if (candidates > mostCandidates) {
                return Optional.empty();
            }
        }
        return Optional.of(best);
    }

    /** Returns how many edges there were. */
    private int expand(Candidate prefix) {
        int first = trellis.firstEdge(prefix.node);
        int end = trellis.firstEdge(prefix.node + 1);
        BigInteger id = prefix.id;
        for (int edge = first; edge < end; edge++) {
            cancellation.check();
            int next = trellis.target(edge);
            push(next, id, trellis.sums(prefix.sums.bySlot, edge));
            id = id.add(trellis.paths(next));
        }
        return end - first;
    }

    /** Leaves out what no continuation saves. */
    private void push(int node, BigInteger id, long[] sums) {
        if (trellis.hasValid(node)) {
            OptionalLong loss = outlook.leastLoss(node, sums);
            loss.ifPresent(least -> queue.add(new Candidate(least, id, node, new Sums(sums))));
        }
    }
}
