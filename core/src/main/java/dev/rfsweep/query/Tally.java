package dev.rfsweep.query;

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
 * Counts matches by dynamic programming: how many prefixes reach each node with each of the {@link Keys}. Once all
 * filters are decided, the variants below a node count at once. Where only numbers are wanted this is faster than a
 * {@link MatchTrellis}, because no edge is kept.
 */
final class Tally {

    private final Trellis trellis;
    private final Keys keys;

    /** Slot whose values are counted apart, or -1 for one total. */
    private final int group;

    private final long mostStates;
    private final List<Long2ObjectOpenHashMap<BigInteger>> reached = new ArrayList<>();
    private final SortedMap<Long, BigInteger> counts = new TreeMap<>();
    private long states;

    private Tally(Trellis trellis, Keys keys, int group, long mostStates) {
        this.trellis = trellis;
        this.keys = keys;
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
        return Keys.of(question, group)
                .map(keys -> new Tally(question.trellis(), keys, group, mostStates))
                .filter(Tally::run)
                .map(tally -> tally.counts);
    }

    private boolean run() {
        add(0, keys.start(), BigInteger.ONE);
        for (int node = 0; node < trellis.nodes() && states <= mostStates; node++) {
            Long2ObjectOpenHashMap<BigInteger> prefixes = reached.set(node, null);
            if (prefixes != null) {
                expand(node, prefixes);
            }
        }
        return states <= mostStates;
    }

    private void expand(int node, Long2ObjectOpenHashMap<BigInteger> prefixes) {
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            if (trellis.validPaths(next).signum() > 0) {
                long weight = keys.weight(edge);
                for (Long2ObjectMap.Entry<BigInteger> entry : prefixes.long2ObjectEntrySet()) {
                    add(next, keys.canonical(next, entry.getLongKey() + weight), entry.getValue());
                }
            }
        }
    }

    private void add(int node, long key, BigInteger prefixes) {
        if (key == Keys.DECIDED) {
            counts.merge(0L, prefixes.multiply(trellis.validPaths(node)), BigInteger::add);
        } else if (key != Keys.DROPPED && trellis.isLeaf(node)) {
            long value = keys.group(key) + trellis.leafWeight(group, node);
            counts.merge(value + trellis.constant(group), prefixes, BigInteger::add);
        } else if (key != Keys.DROPPED) {
            remember(node, key, prefixes);
        }
    }

    private void remember(int node, long key, BigInteger prefixes) {
        Long2ObjectOpenHashMap<BigInteger> known = reached.get(node);
        if (known == null) {
            known = new Long2ObjectOpenHashMap<>();
            reached.set(node, known);
        }
        BigInteger before = known.get(key);
        known.put(key, before == null ? prefixes : before.add(prefixes));
        states += before == null ? 1 : 0;
    }
}
