package dev.rfsweep.engine;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Walks the prefixes of paths in order of id, from one frontier node to the next, keeping the sums of the prefix, and its
 * id where paths are ranked. Subtrees that are invalid or that the filters cannot match are stepped over without a look
 * inside. The scratch of one worker; not thread-safe.
 */
final class Cursor {

    private final Paths paths;
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
        this.trellis = compiled.trellis;
        this.filters = compiled.filters;
        this.frontier = compiled.frontier;
        this.prune = prune;
        nodes = new int[compiled.depth];
        edges = new int[compiled.depth];
        sums = new long[compiled.depth][trellis.slots.size()];
        ids = paths.ranked() && paths.narrow() ? new long[compiled.depth] : null;
        wideIds = paths.ranked() && !paths.narrow() ? new BigInteger[compiled.depth] : null;
    }

    /** The node of the block at hand: on the frontier, and possibly dead. */
    int node() {
        return nodes[depth];
    }

    /** What the prefix of the block at hand adds to each slot. */
    long[] sums() {
        return sums[depth];
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
        BigInteger rest = number;
        while (!frontier[nodes[depth]]) {
            int edge = paths.edgeStart[nodes[depth]];
            while (rest.compareTo(paths.below[paths.target[edge]]) >= 0) {
                rest = rest.subtract(paths.below[paths.target[edge++]]);
            }
            push(edge);
        }
        position = offset;
        BigInteger left = paths.below[nodes[depth]].subtract(rest);
        remaining = left.bitLength() < 64 ? left.longValue() : Long.MAX_VALUE;
    }

    /** Goes to the next block that may hold a match; false when none begins before offset {@code end}. */
    boolean advance(long end) {
        if (!skip(remaining, end)) {
            return false;
        }
        while (depth > 0) {
            int edge = edges[--depth] + 1;
            if (edge < paths.edgeStart[nodes[depth] + 1]) {
                int next = paths.target[edge];
                push(edge);
                if (!mayMatch(next)) {
                    if (!skip(paths.belowOrMax[next], end)) {
                        return false;
                    }
                } else if (frontier[next]) {
                    remaining = paths.belowOrMax[next];
                    return true;
                } else {
                    // One before the first edge: the next turn of the loop enters it.
                    edges[depth] = paths.edgeStart[next] - 1;
                    depth++;
                }
            }
        }
        return false;
    }

    private void push(int edge) {
        int way = paths.way(edge);
        edges[depth] = edge;
        nodes[depth + 1] = paths.target[edge];
        long[] before = sums[depth];
        long[] after = sums[depth + 1];
        for (int slot = 0; slot < before.length; slot++) {
            after[slot] = before[slot] + trellis.weight[slot][way];
        }
        if (ids != null) {
            ids[depth + 1] = ids[depth] + paths.idOffset(edge).longValue();
        } else if (wideIds != null) {
            wideIds[depth + 1] = wideIds[depth].add(paths.idOffset(edge));
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
