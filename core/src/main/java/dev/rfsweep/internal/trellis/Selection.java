package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.paths.SumBounds;
import java.math.BigInteger;
import java.util.function.IntPredicate;

/**
 * The paths of a trellis that are walked: all of them, and then the number of a path is its id; or only some, such as the
 * matches of a question, and then its number is its <em>rank</em> among them. A node of a selection is a node of the trellis
 * together with what its prefixes must remember, so that several may stand for one. Immutable.
 */
public final class Selection {

    private final Trellis trellis;
    private final PathGraph graph;

    /** By node, the node of the trellis behind it; null where all paths are selected. */
    private final int[] origin;

    /** By edge, the edge of the trellis behind it; null where all paths are selected. */
    private final int[] way;

    private Selection(Trellis trellis, PathGraph graph, int[] origin, int[] way) {
        this.trellis = trellis;
        this.graph = graph;
        this.origin = origin;
        this.way = way;
    }

    /** Every path of {@code trellis}, invalid variants included. */
    public static Selection all(Trellis trellis) {
        return new Selection(trellis, trellis.graph(), null, null);
    }

    /**
     * Some valid paths of {@code trellis}. Takes over the arrays.
     *
     * @param graph the paths, numbered in order of their ids; empty when there is none
     * @param origin by node, the node of the trellis behind it
     * @param way by edge, the edge of the trellis behind it
     */
    public static Selection some(Trellis trellis, PathGraph graph, int[] origin, int[] way) {
        return new Selection(trellis, graph, origin, way);
    }

    public Trellis trellis() {
        return trellis;
    }

    public PathGraph graph() {
        return graph;
    }

    /** Number of paths. */
    public BigInteger count() {
        return graph.isEmpty() ? BigInteger.ZERO : graph.paths(0);
    }

    /** Whether numbers are ranks, so that a path has an id of its own. */
    public boolean isRanked() {
        return way != null;
    }

    /** The node of the trellis behind {@code node}. */
    public int origin(int node) {
        return origin == null ? node : origin[node];
    }

    /** The edge of the trellis behind {@code edge}. */
    public int way(int edge) {
        return way == null ? edge : way[edge];
    }

    /** What {@code edge} adds to {@code slot}. */
    public long weight(int slot, int edge) {
        return trellis.weight[slot][way(edge)];
    }

    /** What leaf {@code node} adds to {@code slot}. */
    public long leafWeight(int slot, int node) {
        return trellis.leafWeight[slot][origin(node)];
    }

    /** Whether {@code node} stands for invalid variants alone. */
    public boolean isDead(int node) {
        return trellis.dead[origin(node)];
    }

    /** How many ids of the space the paths through {@code edge} come after, counted from the first below the same node. */
    public BigInteger idsBefore(int edge) {
        return trellis.graph().before(way(edge));
    }

    /** {@link #idsBefore} where it is known to fit a {@code long}. */
    public long idsBeforeAsLong(int edge) {
        return trellis.graph().beforeAsLong(way(edge));
    }

    /** Whether all ids of the space fit a {@code long}. */
    public boolean hasNarrowIds() {
        return trellis.graph().isNarrow();
    }

    /** Whether the ids of all paths below {@code node}, counted from that of the first, fit a {@code long}. */
    public boolean hasNarrowIds(int node) {
        return trellis.graph().pathsOrMax(origin(node)) != Long.MAX_VALUE;
    }

    /** The id of path number {@code number}. */
    public BigInteger id(BigInteger number) {
        if (!isRanked()) {
            return number;
        }
        BigInteger[] id = {BigInteger.ZERO};
        graph.follow(number, (node, branch) -> id[0] = id[0].add(idsBefore(graph.firstEdge(node) + branch)));
        return id[0];
    }

    /** Bounds of the sums of {@code slot} over the paths from each node. */
    public SumBounds bounds(int slot, Cancellation cancellation) {
        return bounds(slot, node -> !isDead(node), cancellation);
    }

    /** The same over the paths to those leaves alone that count. */
    public SumBounds bounds(int slot, IntPredicate counts, Cancellation cancellation) {
        return SumBounds.ofSuffixes(
                graph, way, trellis.weight[slot], origin, trellis.leafWeight[slot], counts, cancellation::check);
    }

    /** Bounds of the sums of {@code slot} over the paths to each node. */
    public SumBounds prefixBounds(int slot, Cancellation cancellation) {
        return SumBounds.ofPrefixes(graph, way, trellis.weight[slot], cancellation::check);
    }
}
