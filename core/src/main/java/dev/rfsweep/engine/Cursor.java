package dev.rfsweep.engine;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Walks the prefixes of a trellis in order of id, from one frontier node to the next, keeping the sums of the prefix.
 * Subtrees that are invalid or that the filters cannot match are stepped over without a look inside. The scratch of
 * one worker; not thread-safe.
 */
final class Cursor {

    private final Trellis trellis;
    private final Filters filters;
    private final boolean[] frontier;
    private final boolean prune;

    private final int[] nodes;
    private final int[] edges;
    private final long[][] sums;
    private int depth;

    private long position;
    private long remaining;

    Cursor(Compiled compiled, boolean prune) {
        this.trellis = compiled.trellis;
        this.filters = compiled.filters;
        this.frontier = compiled.frontier;
        this.prune = prune;
        int depth = longestPath(trellis) + 1;
        nodes = new int[depth];
        edges = new int[depth];
        sums = new long[depth][trellis.slots.size()];
    }

    /** The node of the block at hand: on the frontier, and possibly dead. */
    int node() {
        return nodes[depth];
    }

    /** What the prefix of the block at hand adds to each slot. */
    long[] sums() {
        return sums[depth];
    }

    /** Offset of the first variant at hand, counted as in {@link #seek}. */
    long position() {
        return position;
    }

    /** Variants at hand: the whole block, or its rest after a seek; {@link Long#MAX_VALUE} for more than that. */
    long remaining() {
        return remaining;
    }

    /** Goes to the block that holds variant {@code id}, which gets offset {@code offset}. */
    void seek(BigInteger id, long offset) {
        depth = 0;
        nodes[0] = 0;
        Arrays.fill(sums[0], 0);
        BigInteger rest = id;
        while (!frontier[nodes[depth]]) {
            int edge = trellis.edgeStart[nodes[depth]];
            while (rest.compareTo(trellis.paths[trellis.target[edge]]) >= 0) {
                rest = rest.subtract(trellis.paths[trellis.target[edge++]]);
            }
            push(edge);
        }
        position = offset;
        BigInteger left = trellis.paths[nodes[depth]].subtract(rest);
        remaining = left.bitLength() < 64 ? left.longValue() : Long.MAX_VALUE;
    }

    /** Goes to the next block that may hold a match; false when none begins before offset {@code end}. */
    boolean advance(long end) {
        if (!skip(remaining, end)) {
            return false;
        }
        while (depth > 0) {
            int edge = edges[--depth] + 1;
            if (edge < trellis.edgeStart[nodes[depth] + 1]) {
                int next = trellis.target[edge];
                push(edge);
                if (!mayMatch(next)) {
                    if (!skip(trellis.pathsOrMax[next], end)) {
                        return false;
                    }
                } else if (frontier[next]) {
                    remaining = trellis.pathsOrMax[next];
                    return true;
                } else {
                    // One before the first edge: the next turn of the loop enters it.
                    edges[depth] = trellis.edgeStart[next] - 1;
                    depth++;
                }
            }
        }
        return false;
    }

    private void push(int edge) {
        edges[depth] = edge;
        nodes[depth + 1] = trellis.target[edge];
        long[] before = sums[depth];
        long[] after = sums[depth + 1];
        for (int slot = 0; slot < before.length; slot++) {
            after[slot] = before[slot] + trellis.weight[slot][edge];
        }
        depth++;
    }

    private boolean mayMatch(int node) {
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

    private boolean skip(long variants, long end) {
        if (variants >= end - position) {
            position = end;
            return false;
        }
        position += variants;
        return true;
    }

    private static int longestPath(Trellis trellis) {
        int[] longest = new int[trellis.nodes()];
        for (int node = trellis.nodes() - 1; node >= 0; node--) {
            for (int edge = trellis.edgeStart[node]; edge < trellis.edgeStart[node + 1]; edge++) {
                longest[node] = Math.max(longest[node], longest[trellis.target[edge]] + 1);
            }
        }
        return longest[0] + 1;
    }
}
