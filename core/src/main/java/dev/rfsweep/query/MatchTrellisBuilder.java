package dev.rfsweep.query;

import dev.rfsweep.engine.Trellis;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pairs the nodes of a trellis with the keys that reach them, then drops what no match goes through. */
final class MatchTrellisBuilder {

    /** Edges for each state that is allowed: beyond, memory and not time is the limit. */
    private static final int EDGES_PER_STATE = 8;

    private final Trellis trellis;
    private final Keys keys;
    private final long mostStates;

    /** By node of the trellis: number of the pair of each key, numbered as they are met. */
    private final List<Long2IntLinkedOpenHashMap> reached = new ArrayList<>();

    private int pairs;

    /** By place in topological order: the node of the trellis, the number of the pair, its first edge. */
    private final IntArrayList origin = new IntArrayList();

    private final IntArrayList number = new IntArrayList();
    private final IntArrayList firstEdge = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final IntArrayList edge = new IntArrayList();

    MatchTrellisBuilder(Trellis trellis, Keys keys, long mostStates) {
        this.trellis = trellis;
        this.keys = keys;
        this.mostStates = mostStates;
        for (int node = 0; node < trellis.nodes(); node++) {
            reached.add(null);
        }
    }

    /** The matches, or empty when there are too many states. */
    Optional<MatchTrellis> build() {
        long start = keys.start();
        if (start != Keys.DROPPED && trellis.validPaths(0).signum() > 0) {
            pair(0, start);
        }
        for (int node = 0; node < trellis.nodes(); node++) {
            Long2IntLinkedOpenHashMap known = reached.set(node, null);
            if (known != null) {
                expand(node, known);
            }
            if (pairs > mostStates || target.size() > mostStates * EDGES_PER_STATE) {
                return Optional.empty();
            }
        }
        firstEdge.add(target.size());
        return Optional.of(prune());
    }

    private void expand(int node, Long2IntLinkedOpenHashMap known) {
        int first = trellis.firstEdge(node);
        long[] weights = new long[trellis.firstEdge(node + 1) - first];
        for (int branch = 0; branch < weights.length; branch++) {
            weights[branch] = keys.weight(first + branch);
        }
        for (Long2IntMap.Entry entry : known.long2IntEntrySet()) {
            origin.add(node);
            number.add(entry.getIntValue());
            firstEdge.add(target.size());
            for (int branch = 0; branch < weights.length; branch++) {
                follow(first + branch, entry.getLongKey(), weights[branch]);
            }
        }
    }

    private void follow(int way, long key, long weight) {
        int next = trellis.target(way);
        if (trellis.validPaths(next).signum() > 0) {
            long nextKey = key == Keys.DECIDED ? key : keys.canonical(next, key + weight);
            if (nextKey != Keys.DROPPED) {
                target.add(pair(next, nextKey));
                edge.add(way);
            }
        }
    }

    private int pair(int node, long key) {
        Long2IntLinkedOpenHashMap known = reached.get(node);
        if (known == null) {
            known = new Long2IntLinkedOpenHashMap();
            known.defaultReturnValue(-1);
            reached.set(node, known);
        }
        int pair = known.get(key);
        if (pair < 0) {
            pair = pairs++;
            known.put(key, pair);
        }
        return pair;
    }

    private MatchTrellis prune() {
        int[] place = new int[pairs];
        for (int at = 0; at < pairs; at++) {
            place[number.getInt(at)] = at;
        }
        target.replaceAll((int pair) -> place[pair]);
        BigInteger[] matches = matches();
        int[] renumbered = new int[pairs];
        int kept = 0;
        for (int at = 0; at < pairs; at++) {
            renumbered[at] = matches[at].signum() > 0 ? kept++ : -1;
        }
        return compact(matches, renumbered, kept);
    }

    private BigInteger[] matches() {
        BigInteger[] matches = new BigInteger[pairs];
        for (int at = pairs - 1; at >= 0; at--) {
            BigInteger sum =
                    trellis.isLeaf(origin.getInt(at)) ? trellis.validPaths(origin.getInt(at)) : BigInteger.ZERO;
            for (int way = firstEdge.getInt(at); way < firstEdge.getInt(at + 1); way++) {
                sum = sum.add(matches[target.getInt(way)]);
            }
            matches[at] = sum;
        }
        return matches;
    }

    /** Keeps the nodes with a new number, and the edges to them. */
    private MatchTrellis compact(BigInteger[] matches, int[] renumbered, int kept) {
        int[] keptOrigin = new int[kept];
        int[] keptFirst = new int[kept + 1];
        BigInteger[] keptMatches = new BigInteger[kept];
        int edges = 0;
        for (int at = 0; at < pairs; at++) {
            int node = renumbered[at];
            if (node >= 0) {
                keptOrigin[node] = origin.getInt(at);
                keptMatches[node] = matches[at];
                keptFirst[node] = edges;
                for (int way = firstEdge.getInt(at); way < firstEdge.getInt(at + 1); way++) {
                    int next = renumbered[target.getInt(way)];
                    if (next >= 0) {
                        target.set(edges, next);
                        edge.set(edges++, edge.getInt(way));
                    }
                }
            }
        }
        keptFirst[kept] = edges;
        int[] targets = Arrays.copyOf(target.elements(), edges);
        return new MatchTrellis(
                trellis, keptOrigin, keptFirst, targets, Arrays.copyOf(edge.elements(), edges), keptMatches);
    }
}
