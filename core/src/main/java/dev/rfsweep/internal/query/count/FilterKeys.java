package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a prefix must remember for the filters, packed into one {@code long}. Prefixes whose sums differ but can no
 * longer matter have one key: a filter that every continuation passes is replaced by the least sum that passes, a prefix
 * that no continuation saves is {@link #DROPPED}, and one whose filters all pass is {@link #DECIDED}.
 */
public final class FilterKeys {

    /** No continuation matches. */
    static final long DROPPED = -1;

    /** Every valid continuation matches. */
    static final long DECIDED = -2;

    private final Trellis trellis;
    private final Filters filters;
    private final MixedRadix packing;

    /** Filters that are looked at here, one digit each. */
    private final int[] looked;

    /** Slot whose sum is kept to the end beside the filters, or -1. Its values count apart, so nothing is decided. */
    private final int group;

    private FilterKeys(Question question, int[] looked, MixedRadix packing, int group) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.looked = looked;
        this.packing = packing;
        this.group = group;
    }

    /** The keys for the filters of {@code question} and of slot {@code group} unless -1; empty when they need more bits. */
    public static Optional<FilterKeys> of(Question question, int group) {
        return without(question, -1, group);
    }

    /** The same leaving out filter {@code without}, which the caller checks itself. */
    static Optional<FilterKeys> without(Question question, int without, int group) {
        int[] looked = IntStream.range(0, question.filters().count())
                .filter(filter -> filter != without)
                .toArray();
        List<Integer> digits = new ArrayList<>();
        for (int filter : looked) {
            digits.add(question.filters().slot(filter));
        }
        if (group >= 0) {
            digits.add(group);
        }
        return MixedRadix.of(question.trellis(), digits)
                .map(packing -> new FilterKeys(question, looked, packing, group));
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
        return packing.sum(key, looked.length);
    }

    /** The one key at {@code node} of all prefixes that {@code sums} cannot be told from. */
    long canonical(int node, long sums) {
        long key = sums;
        boolean decided = group < 0;
        for (int digit = 0; digit < looked.length; digit++) {
            int filter = looked[digit];
            int slot = filters.slot(filter);
            long sum = packing.sum(key, digit);
            long least = trellis.least(slot, node);
            Filters.Verdict verdict = filters.verdict(filter, sum + least, sum + trellis.most(slot, node));
            if (verdict == Filters.Verdict.NONE) {
                return DROPPED;
            }
            if (verdict == Filters.Verdict.ALL) {
                key = packing.with(key, digit, leastPassing(digit, node));
            }
            decided &= verdict == Filters.Verdict.ALL;
        }
        return decided ? DECIDED : key;
    }

    /**
     * The least sum at {@code node} that passes for certain, but no less than paths there have: weights can be negative,
     * and no digit may fall below its floor later.
     */
    private long leastPassing(int digit, int node) {
        int slot = filters.slot(looked[digit]);
        long floor = packing.least(digit, node);
        return filters.leastCertain(looked[digit], floor, trellis.least(slot, node), trellis.most(slot, node));
    }
}
