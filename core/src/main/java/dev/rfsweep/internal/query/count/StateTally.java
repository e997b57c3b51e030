package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts matches by dynamic programming: how many prefixes reach each node with each of the {@link FilterKeys}. Once all
 * filters are decided, the variants below a node count at once. Where only numbers are wanted this is faster than a
 * {@link MatchBuilder}, because no edge is kept.
 */
public final class StateTally {

    /** Steps for each state that is allowed: beyond, time and not memory is the limit. */
    private static final long STEPS_PER_STATE = 16;

    private final Trellis trellis;
    private final Cancellation cancellation;
    private final FilterKeys keys;

    /** Slot whose values are counted apart, or {@link FilterKeys#NO_GROUP} for one total. */
    private final int group;

    private final long mostStates;
    private final int limbs;

    /** By node, the prefixes that reach it; given up once the node is done. */
    private final Counts[] reached;

    /** By node, the prefixes that reach it with all filters decided. */
    private final Counts decided;

    /** By value of the group. */
    private final Counts values;

    private long states;
    private long steps;

    private StateTally(Question question, FilterKeys keys, int group, long mostStates) {
        this.trellis = question.trellis();
        this.cancellation = question.cancellation();
        this.keys = keys;
        this.group = group;
        this.mostStates = mostStates;
        this.limbs = Counts.limbsFor(trellis.validPaths(0));
        this.reached = new Counts[trellis.nodes()];
        this.decided = new Counts(limbs);
        this.values = new Counts(limbs);
    }

    /** Counts the matches, all of them under the key 0; empty when that needs more than {@code mostStates} states. */
    public static Optional<SortedMap<Long, BigInteger>> of(Question question, long mostStates) {
        return of(question, FilterKeys.NO_GROUP, mostStates);
    }

    /**
     * Counts the matches by value of slot {@code group}, or under the key 0 when it is {@link FilterKeys#NO_GROUP}. Empty when that needs more
     * than {@code mostStates} states.
     */
    public static Optional<SortedMap<Long, BigInteger>> of(Question question, int group, long mostStates) {
        return LineTally.of(question, group, mostStates).or(() -> hashed(question, group, mostStates));
    }

    /** The same with states alone. */
    public static Optional<SortedMap<Long, BigInteger>> hashed(Question question, int group, long mostStates) {
        return FilterKeys.of(question, group)
                .map(keys -> new StateTally(question, keys, group, mostStates))
                .filter(StateTally::run)
                .map(StateTally::result);
    }

    private boolean run() {
        if (trellis.hasValid(0)) {
            start();
        }
        for (int node = 0; node < trellis.nodes() && isFeasible(); node++) {
            Counts prefixes = reached[node];
            reached[node] = null;
            if (prefixes != null) {
                expand(node, prefixes);
            }
        }
        return isFeasible();
    }

    private boolean isFeasible() {
        return states + values.size() <= mostStates && steps <= mostStates * STEPS_PER_STATE;
    }

    private void start() {
        Counts one = new Counts(limbs);
        one.addOne(0);
        add(0, keys.start(), one, 0);
    }

    private void expand(int node, Counts prefixes) {
        int end = trellis.firstEdge(node + 1);
        for (int edge = trellis.firstEdge(node); edge < end && isFeasible(); edge++) {
            int next = trellis.target(edge);
            if (trellis.hasValid(next)) {
                long weight = keys.weight(edge);
                steps += prefixes.size();
                for (int row = 0; row < prefixes.size(); row++) {
                    cancellation.check();
                    add(next, keys.canonical(next, prefixes.key(row) + weight), prefixes, row);
                }
            }
        }
    }

    private void add(int node, long key, Counts prefixes, int row) {
        if (key == FilterKeys.DECIDED) {
            decided.add(node, prefixes, row);
        } else if (key != FilterKeys.DROPPED && trellis.isLeaf(node)) {
            long value = keys.group(key) + trellis.leafWeight(group, node) + trellis.constant(group);
            values.add(value, prefixes, row);
        } else if (key != FilterKeys.DROPPED) {
            if (reached[node] == null) {
                reached[node] = new Counts(limbs);
            }
            states -= reached[node].size();
            reached[node].add(key, prefixes, row);
            states += reached[node].size();
        }
    }

    private SortedMap<Long, BigInteger> result() {
        SortedMap<Long, BigInteger> counts = new TreeMap<>();
        for (int row = 0; row < values.size(); row++) {
            cancellation.check();
            counts.put(values.key(row), values.count(row));
        }
        for (int row = 0; row < decided.size(); row++) {
            BigInteger below = trellis.validPaths((int) decided.key(row));
            counts.merge(0L, decided.count(row).multiply(below), BigInteger::add);
        }
        return counts;
    }
}
