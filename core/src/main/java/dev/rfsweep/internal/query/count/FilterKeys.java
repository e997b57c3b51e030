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

    /** Slot of which it must be known in the end whether its sum reaches {@link #target}, or -1. */
    private final int split;

    private final long target;

    private FilterKeys(Trellis trellis, Filters filters, int[] looked, MixedRadix packing, int group, int split, long target) {
        this.trellis = trellis;
        this.filters = filters;
        this.looked = looked;
        this.packing = packing;
        this.group = group;
        this.split = split;
        this.target = target;
    }

    /** FilterKeys of the filters of {@code question} and of slot {@code group} unless -1; empty when they need more bits. */
    public static Optional<FilterKeys> of(Question question, int group) {
        return without(question, -1, group);
    }

    /** The same leaving out filter {@code without}, which the caller checks itself. */
    static Optional<FilterKeys> without(Question question, int without, int group) {
        int[] looked = IntStream.range(0, question.filters().count())
                .filter(filter -> filter != without)
                .toArray();
        return of(question.trellis(), question.filters(), looked, group, -1, 0);
    }

    /** FilterKeys of the filters and of whether the sum of {@code slot} is {@code target} at least. */
    static Optional<FilterKeys> split(Question question, int slot, long target) {
        Filters filters = question.filters().including(slot);
        int[] looked = IntStream.range(0, filters.count()).toArray();
        return of(question.trellis(), filters, looked, -1, slot, target);
    }

    private static Optional<FilterKeys> of(
            Trellis trellis, Filters filters, int[] looked, int group, int split, long target) {
        List<Integer> digits = new ArrayList<>();
        for (int filter : looked) {
            digits.add(filters.slot(filter));
        }
        if (group >= 0) {
            digits.add(group);
        }
        return MixedRadix.of(trellis, digits)
                .map(packing -> new FilterKeys(trellis, filters, looked, packing, group, split, target));
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
        boolean decided = group < 0 && split < 0;
        for (int digit = 0; digit < looked.length; digit++) {
            int filter = looked[digit];
            int slot = filters.slot(filter);
            long sum = packing.sum(key, digit);
            long least = trellis.least(slot, node);
            Filters.Verdict verdict = filters.verdict(filter, sum + least, sum + trellis.most(slot, node));
            if (verdict == Filters.Verdict.NONE) {
                return DROPPED;
            }
            if (verdict == Filters.Verdict.ALL && isOnOneSide(slot, node, sum)) {
                key = packing.with(key, digit, leastPassing(digit, node, sum));
            }
            decided &= verdict == Filters.Verdict.ALL;
        }
        return decided ? DECIDED : key;
    }

    /** Whether it is known on which side of the target those end that have {@code sum} of {@code slot} at {@code node}. */
    private boolean isOnOneSide(int slot, int node, long sum) {
        return slot != split || sum + trellis.least(slot, node) >= target || sum + trellis.most(slot, node) < target;
    }

    /**
     * The least sum at {@code node} that passes for certain and on the same side as {@code sum}, but no less than paths there
     * have: weights can be negative, and no digit may fall below its floor later.
     */
    private long leastPassing(int digit, int node, long sum) {
        int slot = filters.slot(looked[digit]);
        long least = trellis.least(slot, node);
        long floor = packing.least(digit, node);
        if (slot == split && sum + least >= target) {
            floor = Math.max(floor, Filters.minus(target, least));
        }
        return filters.leastCertain(looked[digit], floor, least, trellis.most(slot, node));
    }
}
