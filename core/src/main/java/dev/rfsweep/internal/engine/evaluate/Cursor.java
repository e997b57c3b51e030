package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.paths.Paths;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Walks the prefixes of paths in order of id, from one frontier node to the next, keeping the sums of the prefix, and its
 * id where paths are ranked. Subtrees that are invalid or that the filters cannot match are stepped over without a look
 * inside. The scratch of one worker; not thread-safe.
 */
final class Cursor {

    private final Selection paths;
    private final PathGraph graph;
    private final Trellis trellis;
    private final Filters filters;
    private final boolean[] frontier;
    private final boolean prune;

    private final int[] nodes;
    private final int[] edges;
    private final long[][] sums;

    /** By depth: the id of the prefix, where paths are ranked and ids fit; otherwise null. */
    private final long[] ids;

    /** By depth: the id of the prefix, where paths are ranked and ids do not fit; otherwise null. */
    private final BigInteger[] wideIds;

    private int depth;

    private long position;
    private long remaining;

    Cursor(Compiled compiled, boolean prune) {
        this.paths = compiled.paths;
        this.graph = paths.graph();
        this.trellis = compiled.trellis;
        this.filters = compiled.filters;
        this.frontier = compiled.frontier;
        this.prune = prune;
        nodes = new int[compiled.depth];
        edges = new int[compiled.depth];
        sums = new long[compiled.depth][trellis.slots.size()];
        ids = paths.isRanked() && paths.hasNarrowIds() ? new long[compiled.depth] : null;
        wideIds = paths.isRanked() && !paths.hasNarrowIds() ? new BigInteger[compiled.depth] : null;
    }

    /** The node of the block at hand: on the frontier, and possibly dead. */
    int node() {
        return nodes[depth];
    }

    /** What the prefix of the block at hand adds to each slot. */
    long[] sums() {
        return sums[depth];
    }

    /** Hands the steps of the prefix to {@code out}. */
    void prefix(Paths.Step out) {
        for (int step = 0; step < depth; step++) {
            out.take(nodes[step], edges[step] - graph.firstEdge(nodes[step]));
        }
    }

    /** What the prefix adds to the id of a ranked path, less {@link #origin}. */
    long id() {
        return ids == null ? 0 : ids[depth];
    }

    /** What {@link #id} of a ranked path counts from: zero unless ids do not fit a {@code long}. */
    BigInteger origin() {
        return wideIds == null ? BigInteger.ZERO : wideIds[depth];
    }

    /** Offset of the first path at hand, counted as in {@link #seek}. */
    long position() {
        return position;
    }

    /** Paths at hand: the whole block, or its rest after a seek; {@link Long#MAX_VALUE} for more than that. */
    long remaining() {
        return remaining;
    }

    /** Goes to the block that holds path number {@code number}, which gets offset {@code offset}. */
    void seek(BigInteger number, long offset) {
        depth = 0;
        nodes[0] = 0;
        Arrays.fill(sums[0], 0);
        if (wideIds != null) {
            wideIds[0] = BigInteger.ZERO;
        }
        BigInteger rest =
                graph.follow(0, number, node -> frontier[node], (node, branch) -> push(graph.firstEdge(node) + branch));
        position = offset;
        BigInteger left = graph.paths(nodes[depth]).subtract(rest);
        remaining = left.bitLength() < 64 ? left.longValue() : Long.MAX_VALUE;
    }

    /** Goes to the next block that may hold a match; false when none begins before offset {@code end}. */
    boolean advance(long end) {
        if (!skip(remaining, end)) {
            return false;
        }
        while (depth > 0) {
            int edge = edges[--depth] + 1;
            if (edge < graph.firstEdge(nodes[depth] + 1)) {
                int next = graph.target(edge);
                push(edge);
                if (!mayMatch(next)) {
                    if (!skip(graph.pathsOrMax(next), end)) {
                        return false;
                    }
                } else if (frontier[next]) {
                    remaining = graph.pathsOrMax(next);
                    return true;
                } else {
                    // One before the first edge: the next turn of the loop enters it.
                    edges[depth] = graph.firstEdge(next) - 1;
                    depth++;
                }
            }
        }
        return false;
    }

    private void push(int edge) {
        int way = paths.way(edge);
        edges[depth] = edge;
        nodes[depth + 1] = graph.target(edge);
        long[] before = sums[depth];
        long[] after = sums[depth + 1];
        for (int slot = 0; slot < before.length; slot++) {
            after[slot] = before[slot] + trellis.weight[slot][way];
        }
        if (ids != null) {
            ids[depth + 1] = ids[depth] + paths.idsBeforeAsLong(edge);
        } else if (wideIds != null) {
            wideIds[depth + 1] = wideIds[depth].add(paths.idsBefore(edge));
        }
        depth++;
    }

    private boolean mayMatch(int next) {
        int node = paths.origin(next);
        if (!trellis.hasValid(node)) {
            return false;
        }
        for (int filter = 0; prune && filter < filters.count(); filter++) {
            int slot = filters.slot[filter];
            long before = sums[depth][slot];
            if (filters.verdict(filter, before + trellis.least[slot][node], before + trellis.most[slot][node])
                    == Filters.Verdict.NONE) {
                return false;
            }
        }
        return true;
    }

    private boolean skip(long count, long end) {
        if (count >= end - position) {
            position = end;
            return false;
        }
        position += count;
        return true;
    }
}
