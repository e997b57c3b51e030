package dev.rfsweep.query;

import dev.rfsweep.engine.Paths;
import dev.rfsweep.engine.Question;
import dev.rfsweep.engine.Trellis;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The filters of a question compiled into its trellis: every path from the root, node 0, is a match and every match is
 * one path, so a question about the matches is an unfiltered walk. A node is a node of the trellis together with one of
 * the {@link Keys}; nodes are in topological order and edges in the order of the ids. Without a match there is no node.
 */
final class MatchTrellis {

    private final Trellis trellis;

    /** Node of the trellis behind each node. */
    private final int[] origin;

    /** Edges of node {@code n} are {@code firstEdge[n]} to {@code firstEdge[n + 1]}, exclusive. */
    private final int[] firstEdge;

    private final int[] target;

    /** Edge of the trellis behind each edge. */
    private final int[] edge;

    private final BigInteger[] matches;

    /** By edge of the trellis: variants below the edges before it that leave the same node. */
    private final BigInteger[] idOffset;

    MatchTrellis(Trellis trellis, int[] origin, int[] firstEdge, int[] target, int[] edge, BigInteger[] matches) {
        this.trellis = trellis;
        this.origin = origin;
        this.firstEdge = firstEdge;
        this.target = target;
        this.edge = edge;
        this.matches = matches;
        this.idOffset = idOffsets(trellis);
    }

    /** The matches of {@code question}; empty when that needs more than {@code mostStates} nodes, or many more edges. */
    static Optional<MatchTrellis> of(Question question, long mostStates) {
        return Keys.of(question, -1)
                .flatMap(keys -> new MatchTrellisBuilder(question.trellis(), keys, mostStates).build());
    }

    /** By edge of {@code trellis}: variants below the edges before it that leave the same node. */
    static BigInteger[] idOffsets(Trellis trellis) {
        BigInteger[] offsets = new BigInteger[trellis.firstEdge(trellis.nodes())];
        for (int node = 0; node < trellis.nodes(); node++) {
            BigInteger before = BigInteger.ZERO;
            for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
                offsets[edge] = before;
                before = before.add(trellis.paths(trellis.target(edge)));
            }
        }
        return offsets;
    }

    int nodes() {
        return origin.length;
    }

    int edges() {
        return target.length;
    }

    /** The trellis that this one is a part of. */
    Trellis trellis() {
        return trellis;
    }

    /** The node of the {@link #trellis()} behind {@code node}. */
    int origin(int node) {
        return origin[node];
    }

    /** The edge of the {@link #trellis()} behind {@code edge}. */
    int originEdge(int edge) {
        return this.edge[edge];
    }

    int firstEdge(int node) {
        return firstEdge[node];
    }

    int target(int edge) {
        return target[edge];
    }

    boolean isLeaf(int node) {
        return firstEdge[node] == firstEdge[node + 1];
    }

    /** What {@code edge} adds to {@code slot}. */
    long weight(int slot, int edge) {
        return trellis.weight(slot, this.edge[edge]);
    }

    /** What leaf {@code node} adds to {@code slot}. */
    long leafWeight(int slot, int node) {
        return trellis.leafWeight(slot, origin[node]);
    }

    /** What {@code edge} adds to the id of a match. */
    BigInteger idOffset(int edge) {
        return idOffset[this.edge[edge]];
    }

    /** Matches below {@code node}, at least 1. */
    BigInteger matches(int node) {
        return matches[node];
    }

    /** All matches. */
    BigInteger matches() {
        return nodes() == 0 ? BigInteger.ZERO : matches[0];
    }

    /** The id of the match number {@code rank}, counted from 0 in ascending order of id. */
    BigInteger id(BigInteger rank) {
        BigInteger id = BigInteger.ZERO;
        BigInteger rest = rank;
        for (int node = 0; !isLeaf(node); ) {
            int way = firstEdge[node];
            while (rest.compareTo(matches[target[way]]) >= 0) {
                rest = rest.subtract(matches[target[way++]]);
            }
            id = id.add(idOffset(way));
            node = target[way];
        }
        return id;
    }

    /** The matches as the engine walks them; there must be one. */
    Paths paths() {
        return Paths.some(trellis, origin, firstEdge, target, edge, matches, idOffset);
    }

    /** By node: the least sum of {@code sign} times {@code slot} over the matches below, {@code sign} being 1 or -1. */
    long[] least(int slot, int sign) {
        long[] least = new long[nodes()];
        for (int node = nodes() - 1; node >= 0; node--) {
            long best = isLeaf(node) ? sign * leafWeight(slot, node) : Long.MAX_VALUE;
            for (int way = firstEdge[node]; way < firstEdge[node + 1]; way++) {
                best = Math.min(best, sign * weight(slot, way) + least[target[way]]);
            }
            least[node] = best;
        }
        return least;
    }
}
