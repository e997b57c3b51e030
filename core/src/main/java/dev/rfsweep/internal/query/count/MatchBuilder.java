package dev.rfsweep.internal.query.count;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Selects the matches of a question: every path of the result is a match, and every match is one path. A state is a node of the
 * trellis together with one of the {@link FilterKeys} that reach it. States are found node by node from the root on; in the end
 * those that lead to no match are left out.
 */
public final class MatchBuilder {

    /** Edges for each state that is allowed: beyond, memory and not time is the limit. */
    private static final int EDGES_PER_STATE = 8;

    /** Branches of one state that are followed between two looks at the cancellation. */
    private static final int BRANCHES = 1 << 10;

    private final Trellis trellis;
    private final FilterKeys keys;
    private final long mostStates;
    private final Cancellation cancellation;

    /** By node of the trellis: the states there, by key. A state is numbered when an edge first leads to it. */
    private final Long2IntLinkedOpenHashMap[] statesAt;

    private int states;

    // A state has a number from the moment an edge first leads to it. States are expanded later and in another order,
    // that of the
    // nodes of the trellis; where a state stands in that order is its place. Edges are listed as states are expanded,
    // so those
    // of one place are neighbours.

    /** By place: the number of the state. */
    private final IntArrayList stateAt = new IntArrayList();

    /** By place: the node of the trellis that the state is at. */
    private final IntArrayList origin = new IntArrayList();

    /** By place: its first edge. The edges of the next place follow its last. */
    private final IntArrayList firstEdge = new IntArrayList();

    /** By edge: the number of the state that it leads to, and once all places are known the place of that state. */
    private final IntArrayList target = new IntArrayList();

    /** By edge: the edge of the trellis that it follows. */
    private final IntArrayList way = new IntArrayList();

    private MatchBuilder(Question question, FilterKeys keys, long mostStates) {
        this.trellis = question.trellis();
        this.cancellation = question.cancellation();
        this.keys = keys;
        this.mostStates = mostStates;
        this.statesAt = new Long2IntLinkedOpenHashMap[trellis.nodes()];
    }

    /** The matches of {@code question}; empty when that needs more than {@code mostStates} states, or many more edges. */
    public static Optional<Selection> matches(Question question, long mostStates) {
        return of(question, FilterKeys.of(question, FilterKeys.NO_GROUP), mostStates);
    }

    /**
     * The same, but matches whose sum of {@code slot} is {@code target} at least end in other nodes than those whose sum is
     * below.
     */
    public static Optional<Selection> split(Question question, int slot, long target, long mostStates) {
        return of(question, FilterKeys.split(question, slot, target), mostStates);
    }

    private static Optional<Selection> of(Question question, Optional<FilterKeys> keys, long mostStates) {
        Optional<Selection> matches = keys.flatMap(found -> new MatchBuilder(question, found, mostStates).build());
        matches.ifPresent(found -> question.cancellation().monitor().selected());
        return matches;
    }

    private Optional<Selection> build() {
        long start = keys.start();
        if (start != FilterKeys.DROPPED && trellis.hasValid(0)) {
            state(0, start);
        }
        for (int node = 0; node < trellis.nodes(); node++) {
            if (statesAt[node] != null) {
                expand(node, statesAt[node]);
                statesAt[node] = null;
            }
            if (states > mostStates || target.size() > mostStates * EDGES_PER_STATE) {
                return Optional.empty();
            }
        }
        firstEdge.add(target.size());
        return Optional.of(withoutDeadEnds());
    }

    private void expand(int node, Long2IntLinkedOpenHashMap here) {
        int first = trellis.firstEdge(node);
        long[] weights = new long[trellis.firstEdge(node + 1) - first];
        for (int branch = 0; branch < weights.length; branch++) {
            weights[branch] = keys.weight(first + branch);
        }
        for (Long2IntMap.Entry entry : here.long2IntEntrySet()) {
            cancellation.check();
            stateAt.add(entry.getIntValue());
            origin.add(node);
            firstEdge.add(target.size());
            for (int branch = 0; branch < weights.length; branch++) {
                if (branch % BRANCHES == BRANCHES - 1) {
                    cancellation.check();
                }
                follow(first + branch, entry.getLongKey(), weights[branch]);
            }
        }
    }

    private void follow(int edge, long key, long weight) {
        int next = trellis.target(edge);
        if (trellis.hasValid(next)) {
            long nextKey = key == FilterKeys.DECIDED ? key : keys.canonical(next, key + weight);
            if (nextKey != FilterKeys.DROPPED) {
                target.add(state(next, nextKey));
                way.add(edge);
            }
        }
    }

    /** The number of the state of {@code key} at {@code node}. */
    private int state(int node, long key) {
        Long2IntLinkedOpenHashMap here = statesAt[node];
        if (here == null) {
            here = new Long2IntLinkedOpenHashMap();
            here.defaultReturnValue(-1);
            statesAt[node] = here;
        }
        int known = here.get(key);
        if (known >= 0) {
            return known;
        }
        here.put(key, states);
        return states++;
    }

    private Selection withoutDeadEnds() {
        int[] placeOf = new int[states];
        for (int place = 0; place < states; place++) {
            placeOf[stateAt.getInt(place)] = place;
        }
        BigInteger[] matches = countMatches(placeOf);
        int[] nodeOf = new int[states];
        int nodes = 0;
        for (int place = 0; place < states; place++) {
            nodeOf[place] = matches[place].signum() > 0 ? nodes++ : -1;
        }
        return compact(matches, nodeOf, nodes);
    }

    /**
     * By place: the matches from there on. Every edge leads to a later place. From now on {@link #target} holds places.
     *
     * @param placeOf by number of a state
     */
    private BigInteger[] countMatches(int[] placeOf) {
        BigInteger[] matches = new BigInteger[states];
        for (int place = states - 1; place >= 0; place--) {
            cancellation.check();
            int node = origin.getInt(place);
            BigInteger sum = trellis.isLeaf(node) ? trellis.validPaths(node) : BigInteger.ZERO;
            for (int edge = firstEdge.getInt(place); edge < firstEdge.getInt(place + 1); edge++) {
                int next = placeOf[target.getInt(edge)];
                target.set(edge, next);
                sum = sum.add(matches[next]);
            }
            matches[place] = sum;
        }
        return matches;
    }

    /** Keeps the places that become a node, and the edges to them. Edges are moved forward in place. */
    private Selection compact(BigInteger[] matches, int[] nodeOf, int nodes) {
        int[] originOf = new int[nodes];
        int[] firstEdgeOf = new int[nodes + 1];
        BigInteger[] paths = new BigInteger[nodes];
        int edges = 0;
        for (int place = 0; place < states; place++) {
            cancellation.check();
            int node = nodeOf[place];
            if (node >= 0) {
                originOf[node] = origin.getInt(place);
                paths[node] = matches[place];
                firstEdgeOf[node] = edges;
                for (int edge = firstEdge.getInt(place); edge < firstEdge.getInt(place + 1); edge++) {
                    int next = nodeOf[target.getInt(edge)];
                    if (next >= 0) {
                        target.set(edges, next);
                        way.set(edges++, way.getInt(edge));
                    }
                }
            }
        }
        firstEdgeOf[nodes] = edges;
        PathGraph graph = new PathGraph(firstEdgeOf, Arrays.copyOf(target.elements(), edges), paths);
        return Selection.some(trellis, graph, originOf, Arrays.copyOf(way.elements(), edges));
    }
}
