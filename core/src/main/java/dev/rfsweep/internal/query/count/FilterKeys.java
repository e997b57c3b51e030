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

    /** In place of a slot, where all matches count together. */
    static final int NO_GROUP = -1;

    private static final int NO_SPLIT = -1;

    /** Every valid continuation matches. */
    static final long DECIDED = -2;

    private final Trellis trellis;
    private final Filters filters;
    private final MixedRadix packing;

    /** Filters that are looked at here, one digit each. */
    private final int[] looked;

    /** Slot whose sum is kept to the end beside the filters, or {@link #NO_GROUP}. Its values count apart, so nothing is decided. */
    private final int group;

    /** Slot of which it must be known in the end whether its sum reaches {@link #target}, or {@link #NO_SPLIT}. */
    private final int split;

    private final long target;

    private FilterKeys(
            Trellis trellis, Filters filters, int[] looked, MixedRadix packing, int group, int split, long target) {
        this.trellis = trellis;
        this.filters = filters;
        this.looked = looked;
        this.packing = packing;
        this.group = group;
        this.split = split;
        this.target = target;
    }

    /** Keys of the filters of {@code question} and of slot {@code group}, if any; empty when they need more bits. */
    public static Optional<FilterKeys> of(Question question, int group) {
        int[] all = IntStream.range(0, question.filters().count()).toArray();
        return of(question, question.filters(), all, group, NO_SPLIT, 0);
    }

    /** The same without the filter and the group that are on {@code slot}, whose sum the caller keeps itself. */
    static Optional<FilterKeys> beside(Question question, int slot, int group) {
        Filters filters = question.filters();
        int[] looked = IntStream.range(0, filters.count())
                .filter(filter -> filters.slot(filter) != slot)
                .toArray();
        return of(question, filters, looked, group == slot ? NO_GROUP : group, NO_SPLIT, 0);
    }

    /** Keys of the filters and of whether the sum of {@code slot} is {@code target} at least. */
    static Optional<FilterKeys> split(Question question, int slot, long target) {
        Filters filters = question.filters().including(slot);
        int[] looked = IntStream.range(0, filters.count()).toArray();
        return of(question, filters, looked, NO_GROUP, slot, target);
    }

    private static Optional<FilterKeys> of(
            Question question, Filters filters, int[] looked, int group, int split, long target) {
        List<Integer> digits = new ArrayList<>();
        for (int filter : looked) {
            digits.add(filters.slot(filter));
        }
        if (group != NO_GROUP) {
            digits.add(group);
        }
        return MixedRadix.of(question.trellis(), digits, question.cancellation())
                .map(packing -> new FilterKeys(question.trellis(), filters, looked, packing, group, split, target));
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
        boolean decided = group == NO_GROUP && split == NO_SPLIT;
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
