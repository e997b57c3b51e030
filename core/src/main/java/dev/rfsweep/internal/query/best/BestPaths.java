package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.paths.SumBounds;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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
     * @param value of what is ranked
     */
    public record Scored(long value, BigInteger id) {
        public static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingLong(Scored::value).thenComparing(Scored::id);
    }

    private final Selection matches;
    private final Cancellation cancellation;
    private final int slot;
    private final int sign;

    /** Of the paths from each node to the leaves that count. */
    private final SumBounds bounds;

    /** By node: its ways, best first; made when a node is first met. */
    private final Integer[][] sorted;

    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST_FIRST);

    private BestPaths(Selection matches, int slot, SumBounds bounds, int sign, Cancellation cancellation) {
        this.matches = matches;
        this.cancellation = cancellation;
        this.slot = slot;
        this.bounds = bounds;
        this.sign = sign;
        this.sorted = new Integer[matches.graph().nodes()][];
    }

    /**
     * The {@code most} matches with the least sums of {@code slot}, or with the greatest if {@code descending}, best first.
     *
     * @param matches at least one
     * @param bounds of the sums from each node on, over the leaves that count
     */
    public static List<Scored> of(
            Selection matches, int slot, SumBounds bounds, boolean descending, int most, Cancellation cancellation) {
        return most == 0 || !bounds.exist(0)
                ? List.of()
                : new BestPaths(matches, slot, bounds, descending ? -1 : 1, cancellation).run(most);
    }

    /** The least score of what lies below {@code node}. */
    private long least(int node) {
        return sign > 0 ? bounds.least()[node] : -bounds.most()[node];
    }

    private Scored scored(long score, BigInteger id) {
        return new Scored(sign * score + matches.trellis().constant(slot), id);
    }

    private List<Scored> run(int most) {
        List<Scored> best = new ArrayList<>();
        if (matches.graph().isLeaf(0)) {
            return List.of(scored(least(0), BigInteger.ZERO));
        }
        push(0, 0, BigInteger.ZERO, 0);
        while (best.size() < most && !queue.isEmpty()) {
            cancellation.check();
            Candidate found = queue.remove();
            push(found.node, found.before, found.idBefore, found.rank + 1);
            int way = sorted[found.node][found.rank];
            int next = matches.graph().target(way);
            if (matches.graph().isLeaf(next)) {
                best.add(scored(found.score, found.id));
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
                if (bounds.exist(matches.graph().target(way))) {
                    ways.add(way);
                }
            }
            // Stable: ways of equal score stay in the order of the ids.
            ways.sort(cancellation.during(Comparator.comparingLong(this::suffix)));
            sorted[node] = ways.toArray(Integer[]::new);
        }
        return sorted[node];
    }

    private long suffix(int way) {
        return sign * matches.weight(slot, way) + least(matches.graph().target(way));
    }
}
