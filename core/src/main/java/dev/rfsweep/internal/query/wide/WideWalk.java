package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.function.Predicate;

/** Visits matches in ascending order of id: a step is taken only where a match may follow. */
final class WideWalk {

    private final Prospects prospects;
    private final Trellis trellis;
    private final Cancellation cancellation;
    private final BigInteger from;
    private final Predicate<BigInteger> visitor;

    private WideWalk(Prospects prospects, Cancellation cancellation, BigInteger from, Predicate<BigInteger> visitor) {
        this.prospects = prospects;
        this.trellis = prospects.trellis;
        this.cancellation = cancellation;
        this.from = from;
        this.visitor = visitor;
    }

    /**
     * Visits the ids of all matches from {@code from} on, for as long as {@code visitor} says so.
     *
     * @return whether it never said no
     */
    static boolean visit(
            Prospects prospects, Cancellation cancellation, BigInteger from, Predicate<BigInteger> visitor) {
        WideWalk walk = new WideWalk(prospects, cancellation, from, visitor);
        return walk.below(0, BigInteger.ZERO, new long[prospects.trellis.slotCount()]);
    }

    private boolean below(int node, BigInteger id, long[] sums) {
        cancellation.check();
        if (id.add(trellis.paths(node)).compareTo(from) <= 0 || prospects.paths(node, sums) == 0) {
            return true;
        }
        if (trellis.isLeaf(node)) {
            return visitor.test(id);
        }
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            BigInteger first = id.add(trellis.graph().before(edge));
            if (!below(trellis.target(edge), first, trellis.sums(sums, edge))) {
                return false;
            }
        }
        return true;
    }
}
