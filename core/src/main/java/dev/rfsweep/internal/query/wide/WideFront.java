package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.internal.query.best.Label;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The Pareto front of two sums, point by point: the least of the first among the matches whose second is better than that of
 * the point before, and of those at the least the best second. No state is kept of what lies behind the front.
 */
final class WideFront {

    private final Question question;
    private final Trellis trellis;
    private final LeastLosses losses;
    private final long mostCandidates;
    private final int line;
    private final int slot;

    /** 1 where less of the second is better, -1 where more is. */
    private final int sign;

    private final List<Label> front = new ArrayList<>();

    private WideFront(
            Question question, LeastLosses losses, int line, int slot, boolean greatest, long mostCandidates) {
        this.question = question;
        this.trellis = question.trellis();
        this.losses = losses;
        this.mostCandidates = mostCandidates;
        this.line = line;
        this.slot = slot;
        this.sign = greatest ? -1 : 1;
    }

    /**
     * The front as labels of two losses, ordered by the first; empty when it takes more than {@code mostCandidates}
     * prefixes to find a point.
     *
     * @param losses of the first sum; the ranges of its line {@code line}, that of the second, are narrowed here
     * @param slot of the second sum
     * @param greatest whether more of the second sum is better
     */
    static Optional<List<Label>> of(
            Question question, LeastLosses losses, int line, int slot, boolean greatest, long mostCandidates) {
        WideFront wide = new WideFront(question, losses, line, slot, greatest, mostCandidates);
        return wide.run() ? Optional.of(wide.front) : Optional.empty();
    }

    private boolean run() {
        long bound = Long.MAX_VALUE - 1;
        while (true) {
            allow(bound);
            Optional<List<BigInteger>> least = BestFirstSearch.of(question, losses, 1, mostCandidates);
            if (least.isEmpty() || least.get().isEmpty()) {
                return least.isPresent();
            }
            long first = firstLoss(least.get().get(0));
            long widest = bound;
            Optional<List<BigInteger>> best = BestFirstSearch.of(
                    question, (node, sums) -> secondSum(node, sums, first, widest), 1, mostCandidates);
            if (best.isEmpty()) {
                return false;
            }
            long[] sums = new long[trellis.slotCount()];
            int leaf = follow(best.get().get(0), sums);
            long second = sign * (sums[slot] + trellis.leafWeight(slot, leaf));
            allow(second);
            long[] visits = {0, 0};
            if (!countBelow(0, new long[trellis.slotCount()], first, visits)) {
                return false;
            }
            long[] point = {first, second + (long) sign * trellis.constant(slot)};
            front.add(new Label(point, BigInteger.valueOf(visits[1]), best.get().get(0)));
            bound = second - 1;
        }
    }

    /** Lets pass what has a second sum of {@code bound} at most, its sign turned where more is better. */
    private void allow(long bound) {
        losses.narrow(line, sign > 0 ? Long.MIN_VALUE : -bound, sign > 0 ? bound : Long.MAX_VALUE);
    }

    /** No more than the least second sum behind a prefix of matches whose first loss is {@code first} at most. */
    private OptionalLong secondSum(int node, long[] sums, long first, long widest) {
        if (!reaches(node, sums, first, widest)) {
            return OptionalLong.empty();
        }
        long low = sign > 0 ? sums[slot] + trellis.least(slot, node) : -(sums[slot] + trellis.most(slot, node));
        long high = Math.min(
                widest, sign > 0 ? sums[slot] + trellis.most(slot, node) : -(sums[slot] + trellis.least(slot, node)));
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (reaches(node, sums, first, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return OptionalLong.of(low);
    }

    private boolean reaches(int node, long[] sums, long first, long bound) {
        allow(bound);
        OptionalLong loss = losses.leastLoss(node, sums);
        return loss.isPresent() && loss.getAsLong() <= first;
    }

    /**
     * Counts the matches behind a prefix that are at the point at hand; false when that takes too many visits.
     *
     * @param visits of prefixes, and of matches among them
     */
    private boolean countBelow(int node, long[] sums, long first, long[] visits) {
        question.cancellation().check();
        OptionalLong loss = trellis.hasValid(node) ? losses.leastLoss(node, sums) : OptionalLong.empty();
        if (loss.isEmpty() || loss.getAsLong() > first) {
            return true;
        }
        if (trellis.isLeaf(node)) {
            visits[1]++;
        }
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            if (++visits[0] > mostCandidates
                    || !countBelow(trellis.target(edge), trellis.sums(sums, edge), first, visits)) {
                return false;
            }
        }
        return true;
    }

    private long firstLoss(BigInteger id) {
        long[] sums = new long[trellis.slotCount()];
        int leaf = follow(id, sums);
        return losses.leastLoss(leaf, sums).orElseThrow();
    }

    /** Adds up the weights of path {@code id} and returns its leaf. */
    private int follow(BigInteger id, long[] sums) {
        int[] leaf = {0};
        trellis.graph().follow(id, (node, branch) -> {
            int edge = trellis.firstEdge(node) + branch;
            for (int at = 0; at < sums.length; at++) {
                sums[at] += trellis.weight(at, edge);
            }
            leaf[0] = trellis.target(edge);
        });
        return leaf[0];
    }
}
