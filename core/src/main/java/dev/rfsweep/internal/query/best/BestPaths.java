package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The best matches by one sum, ties by id: best-first search whose bounds are exact, so that every step leads to an
 * answer. The ways out of a node are sorted once; the queue holds only the next way of every prefix.
 */
public final class BestPaths {

    /**
     * The matches through one way out of a node, and through those sorted behind it.
     *
     * @param score the best score among them; less is better
     * @param id the least id that the prefix and this way allow
     * @param before score of the prefix
     * @param idBefore id offset of the prefix
     * @param rank place of the way among those of the node
     */
    private record Candidate(long score, BigInteger id, int node, long before, BigInteger idBefore, int rank) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingLong(Candidate::score).thenComparing(Candidate::id);
    }

    /**
     * A match.
     *
     * @param score the value of what is ranked, negated where greater is better
     */
    public record Scored(long score, BigInteger id) {
        static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingLong(Scored::score).thenComparing(Scored::id);
    }

    private final Selection matches;
    private final Cancellation cancellation;
    private final int slot;
    private final int sign;

    /** What sums lack of values. */
    private final long constant;

    private final long[] least;

    /** By node: its ways, best first; made when a node is first met. */
    private final Integer[][] sorted;

    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST_FIRST);

    private BestPaths(Selection matches, int slot, int sign, long constant, Cancellation cancellation) {
        this.matches = matches;
        this.cancellation = cancellation;
        this.slot = slot;
        this.sign = sign;
        this.constant = constant;
        this.least = least(matches.bounds(slot), sign);
        this.sorted = new Integer[matches.graph().nodes()][];
    }

    /** The {@code most} matches with the least sums of {@code slot}, or with the greatest if {@code descending}. */
    public static List<Scored> of(
            Selection matches, int slot, boolean descending, int most, Cancellation cancellation) {
        if (matches.graph().nodes() == 0 || most == 0) {
            return List.of();
        }
        int sign = descending ? -1 : 1;
        long constant = sign * (long) matches.trellis().constant(slot);
        return new BestPaths(matches, slot, sign, constant, cancellation).run(most);
    }

    /** The ids of the {@code most} matches of least {@code loss}, of those above what is wanted and of those below. */
    public static List<BigInteger> merge(List<Scored> above, List<Scored> below, Objective loss, int most) {
        Stream<Scored> distances = Stream.concat(
                above.stream().map(scored -> new Scored(loss.loss(scored.score), scored.id)),
                below.stream().map(scored -> new Scored(loss.loss(-scored.score), scored.id)));
        return distances.sorted(Scored.BEST_FIRST).limit(most).map(Scored::id).toList();
    }

    /** By node: the least score of what lies below. */
    private static long[] least(SumBounds bounds, int sign) {
        return sign > 0
                ? bounds.least()
                : Arrays.stream(bounds.most()).map(most -> -most).toArray();
    }

    private List<Scored> run(int most) {
        List<Scored> best = new ArrayList<>();
        if (matches.graph().isLeaf(0)) {
            return List.of(new Scored(least[0] + constant, BigInteger.ZERO));
        }
        push(0, 0, BigInteger.ZERO, 0);
        while (best.size() < most && !queue.isEmpty()) {
            cancellation.check();
            Candidate found = queue.remove();
            push(found.node, found.before, found.idBefore, found.rank + 1);
            int way = sorted[found.node][found.rank];
            int next = matches.graph().target(way);
            if (matches.graph().isLeaf(next)) {
                best.add(new Scored(found.score + constant, found.id));
            } else {
                push(next, found.before + sign * matches.weight(slot, way), found.id, 0);
            }
        }
        return best;
    }

    private void push(int node, long before, BigInteger idBefore, int rank) {
        Integer[] ways = sorted(node);
        if (rank < ways.length) {
            int way = ways[rank];
            queue.add(new Candidate(
                    before + suffix(way), idBefore.add(matches.idsBefore(way)), node, before, idBefore, rank));
        }
    }

    private Integer[] sorted(int node) {
        if (sorted[node] == null) {
            List<Integer> ways = new ArrayList<>();
            for (int way = matches.graph().firstEdge(node);
                    way < matches.graph().firstEdge(node + 1);
                    way++) {
                ways.add(way);
            }
            // Stable: ways of equal score stay in the order of the ids.
            ways.sort(Comparator.comparingLong(this::suffix));
            sorted[node] = ways.toArray(Integer[]::new);
        }
        return sorted[node];
    }

    private long suffix(int way) {
        return sign * matches.weight(slot, way) + least[matches.graph().target(way)];
    }
}
