package dev.rfsweep.query;

import dev.rfsweep.engine.Filters;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Trellis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a prefix must remember for the filters, packed into one {@code long}. Prefixes whose sums differ but can no
 * longer matter have one key: a filter that every continuation passes is replaced by the least sum that passes, a prefix
 * that no continuation saves is {@link #DROPPED}, and one whose filters all pass is {@link #DECIDED}.
 */
final class Keys {

    /** No continuation matches. */
    static final long DROPPED = -1;

    /** Every valid continuation matches. */
    static final long DECIDED = -2;

    private final Trellis trellis;
    private final Filters filters;
    private final Packing packing;

    /** Slot whose sum is kept to the end beside the filters, or -1. Its values count apart, so nothing is decided. */
    private final int group;

    private Keys(Question question, Packing packing, int group) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.packing = packing;
        this.group = group;
    }

    /** Keys of the filters of {@code question} and of slot {@code group} unless -1; empty when they need more bits. */
    static Optional<Keys> of(Question question, int group) {
        List<Integer> digits = new ArrayList<>();
        for (int filter = 0; filter < question.filters().count(); filter++) {
            digits.add(question.filters().slot(filter));
        }
        if (group >= 0) {
            digits.add(group);
        }
        return Packing.of(question.trellis(), digits).map(packing -> new Keys(question, packing, group));
    }

    /** The key of the prefix of no edge. */
    long start() {
        return canonical(0, packing.start());
    }

    /** What {@code edge} adds to a key that is neither dropped nor decided. */
    long weight(int edge) {
        return packing.weight(edge);
    }

    /** The sum of the group in {@code key}. */
    long group(long key) {
        return packing.sum(key, filters.count());
    }

    /** The one key at {@code node} of all prefixes that {@code sums} cannot be told from. */
    long canonical(int node, long sums) {
        long key = sums;
        boolean decided = group < 0;
        for (int filter = 0; filter < filters.count(); filter++) {
            int slot = filters.slot(filter);
            long sum = packing.sum(key, filter);
            long least = trellis.least(slot, node);
            Filters.Verdict verdict = filters.verdict(filter, sum + least, sum + trellis.most(slot, node));
            if (verdict == Filters.Verdict.NONE) {
                return DROPPED;
            }
            if (verdict == Filters.Verdict.ALL) {
                key = packing.with(key, filter, leastPassing(filter, node));
            }
            decided &= verdict == Filters.Verdict.ALL;
        }
        return decided ? DECIDED : key;
    }

    /**
     * The least sum at {@code node} that passes {@code filter} for certain, but no less than paths there have: weights
     * can be negative, and no digit may fall below its floor later.
     */
    private long leastPassing(int filter, int node) {
        long low = filters.low(filter);
        long least = packing.least(filter, node);
        return low == Long.MIN_VALUE ? least : Math.max(low - trellis.least(filters.slot(filter), node), least);
    }
}
