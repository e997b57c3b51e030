package dev.rfsweep.query;

import dev.rfsweep.engine.Filters;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Trellis;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts matches by dynamic programming: how many prefixes reach each node with each combination of undecided sums.
 * Prefixes whose sums differ but can no longer matter are one: a filter that every continuation passes is replaced by
 * the least sum that passes, and a prefix that no continuation saves is dropped. Once all filters are decided, the
 * variants below a node count at once.
 */
final class Tally {

    private final Trellis trellis;
    private final Filters filters;
    private final Packing packing;

    /** Slot whose values are counted apart, or -1 for one total. */
    private final int group;

    private final long mostStates;
    private final List<Long2ObjectOpenHashMap<BigInteger>> reached = new ArrayList<>();
    private final SortedMap<Long, BigInteger> counts = new TreeMap<>();
    private long states;

    private Tally(Question question, Packing packing, int group, long mostStates) {
        this.trellis = question.trellis();
        this.filters = question.filters();
        this.packing = packing;
        this.group = group;
        this.mostStates = mostStates;
        for (int node = 0; node < trellis.nodes(); node++) {
            reached.add(null);
        }
    }

    /**
     * Counts the matches by value of slot {@code group}, or under the key 0 when it is -1. Empty when that needs more
     * than {@code mostStates} states.
     */
    static Optional<SortedMap<Long, BigInteger>> of(Question question, int group, long mostStates) {
        List<Integer> digits = new ArrayList<>();
        for (int filter = 0; filter < question.filters().count(); filter++) {
            digits.add(question.filters().slot(filter));
        }
        if (group >= 0) {
            digits.add(group);
        }
        return Packing.of(question.trellis(), digits)
                .map(packing -> new Tally(question, packing, group, mostStates))
                .filter(Tally::run)
                .map(tally -> tally.counts);
    }

    private boolean run() {
        add(0, packing.start(), BigInteger.ONE);
        for (int node = 0; node < trellis.nodes() && states <= mostStates; node++) {
            Long2ObjectOpenHashMap<BigInteger> keys = reached.set(node, null);
            if (keys != null) {
                expand(node, keys);
            }
        }
        return states <= mostStates;
    }

    private void expand(int node, Long2ObjectOpenHashMap<BigInteger> keys) {
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            if (trellis.validPaths(next).signum() > 0) {
                long weight = packing.weight(edge);
                for (Long2ObjectMap.Entry<BigInteger> entry : keys.long2ObjectEntrySet()) {
                    add(next, entry.getLongKey() + weight, entry.getValue());
                }
            }
        }
    }

    private void add(int node, long sums, BigInteger prefixes) {
        long key = sums;
        boolean decided = group < 0;
        for (int filter = 0; filter < filters.count(); filter++) {
            int slot = filters.slot(filter);
            long sum = packing.sum(key, filter);
            long least = trellis.least(slot, node);
            Filters.Verdict verdict = filters.verdict(filter, sum + least, sum + trellis.most(slot, node));
            if (verdict == Filters.Verdict.NONE) {
                return;
            }
            if (verdict == Filters.Verdict.ALL) {
                key = packing.with(key, filter, leastPassing(filter, node));
            }
            decided &= verdict == Filters.Verdict.ALL;
        }
        if (decided) {
            counts.merge(0L, prefixes.multiply(trellis.validPaths(node)), BigInteger::add);
        } else if (trellis.isLeaf(node)) {
            long value = packing.sum(key, filters.count()) + trellis.leafWeight(group, node);
            counts.merge(value + trellis.constant(group), prefixes, BigInteger::add);
        } else {
            remember(node, key, prefixes);
        }
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

    private void remember(int node, long key, BigInteger prefixes) {
        Long2ObjectOpenHashMap<BigInteger> keys = reached.get(node);
        if (keys == null) {
            keys = new Long2ObjectOpenHashMap<>();
            reached.set(node, keys);
        }
        BigInteger before = keys.get(key);
        keys.put(key, before == null ? prefixes : before.add(prefixes));
        states += before == null ? 1 : 0;
    }
}
