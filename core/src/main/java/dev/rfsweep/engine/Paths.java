package dev.rfsweep.engine;

import java.math.BigInteger;

/**
 * The paths of a trellis that are walked, numbered from 0 in order of id. Either all of them, and the number of a path is
 * its id; or only some, such as the matches of a question, and its number is its <em>rank</em> among them. Nodes are in
 * topological order from the root, node 0, and edges grouped by the node they leave, in the order of the ids.
 * Immutable.
 */
public final class Paths {

    final Trellis trellis;

    /** Edges of node {@code n} are {@code edgeStart[n]} to {@code edgeStart[n + 1]}, exclusive. */
    final int[] edgeStart;

    final int[] target;

    /** Paths below each node. */
    final BigInteger[] below;

    /** The same, {@link Long#MAX_VALUE} where it does not fit. */
    final long[] belowOrMax;

    /** Node of the trellis behind each node; null where all paths are walked. */
    private final int[] origin;

    /** Edge of the trellis behind each edge; null where all paths are walked. */
    private final int[] way;

    /** What each edge of the trellis adds to the id; null where all paths are walked. */
    private final BigInteger[] idOffset;

    private Paths(
            Trellis trellis,
            int[] edgeStart,
            int[] target,
            BigInteger[] below,
            long[] belowOrMax,
            int[] origin,
            int[] way,
            BigInteger[] idOffset) {
        this.trellis = trellis;
        this.edgeStart = edgeStart;
        this.target = target;
        this.below = below;
        this.belowOrMax = belowOrMax;
        this.origin = origin;
        this.way = way;
        this.idOffset = idOffset;
    }

    static Paths all(Trellis trellis) {
        return new Paths(
                trellis, trellis.edgeStart, trellis.target, trellis.paths, trellis.pathsOrMax, null, null, null);
    }

    /**
     * Some valid paths of {@code trellis}, at least one. Takes over the arrays.
     *
     * @param origin by node, the node of the trellis behind it
     * @param edgeStart by node, its first edge, and the number of edges behind the last
     * @param target by edge, the node it leads to
     * @param way by edge, the edge of the trellis behind it
     * @param below by node, how many paths there are below it
     * @param idOffset by edge of the trellis, what it adds to the id
     */
    public static Paths some(
            Trellis trellis,
            int[] origin,
            int[] edgeStart,
            int[] target,
            int[] way,
            BigInteger[] below,
            BigInteger[] idOffset) {
        long[] belowOrMax = new long[below.length];
        for (int node = 0; node < below.length; node++) {
            belowOrMax[node] = below[node].bitLength() < 64 ? below[node].longValue() : Long.MAX_VALUE;
        }
        return new Paths(trellis, edgeStart, target, below, belowOrMax, origin, way, idOffset);
    }

    int nodes() {
        return belowOrMax.length;
    }

    /** Whether numbers are ranks, so that a path has an id of its own. */
    boolean ranked() {
        return idOffset != null;
    }

    boolean isLeaf(int node) {
        return edgeStart[node] == edgeStart[node + 1];
    }

    /** The node of the trellis behind {@code node}. */
    int origin(int node) {
        return origin == null ? node : origin[node];
    }

    /** The edge of the trellis behind {@code edge}. */
    int way(int edge) {
        return way == null ? edge : way[edge];
    }

    /** What {@code edge} adds to the id of a ranked path. */
    BigInteger idOffset(int edge) {
        return idOffset[way[edge]];
    }

    /** Whether {@code node} stands for invalid variants alone. */
    boolean dead(int node) {
        return trellis.dead[origin(node)];
    }

    /** Most edges of a path. */
    int length() {
        int[] longest = new int[nodes()];
        for (int node = nodes() - 1; node >= 0; node--) {
            for (int edge = edgeStart[node]; edge < edgeStart[node + 1]; edge++) {
                longest[node] = Math.max(longest[node], longest[target[edge]] + 1);
            }
        }
        return longest[0];
    }

    /** Whether the ids of all variants of the space fit a {@code long}. */
    boolean narrow() {
        return trellis.paths[0].bitLength() < 63;
    }

    /** Whether the ids of all paths below {@code node}, counted from that of the first, fit a {@code long}. */
    boolean narrow(int node) {
        return trellis.pathsOrMax[origin(node)] != Long.MAX_VALUE;
    }
}
