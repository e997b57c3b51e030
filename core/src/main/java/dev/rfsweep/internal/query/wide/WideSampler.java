package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Trellis;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws matches, each equally likely. An edge is taken with the share of the paths that may match which go over it; what the
 * edges lack of their node is the share of the draws that fail there. So a path is reached with one over the paths
 * that may match, whichever it is, and of those that are reached all but the matches fail.
 */
final class WideSampler {

    private final Prospects prospects;
    private final Trellis trellis;
    private final SplittableRandom random;
    private final long[] sums;
    private final long all;
    private long draws;

    WideSampler(Prospects prospects, long seed) {
        this.prospects = prospects;
        this.trellis = prospects.trellis;
        this.random = new SplittableRandom(seed);
        this.sums = new long[trellis.slotCount()];
        this.all = prospects.paths(0, sums);
    }

    /** The paths that may match, at least; no draw succeeds when it is 0. */
    BigInteger paths() {
        return BigInteger.valueOf(all).shiftLeft(prospects.scale(0));
    }

    /** How many draws there were. */
    long draws() {
        return draws;
    }

    /** The id of a match; null when this draw failed. */
    BigInteger draw() {
        draws++;
        Arrays.fill(sums, 0);
        BigInteger id = BigInteger.ZERO;
        long paths = all;
        int node = 0;
        while (!trellis.isLeaf(node) && paths > 0) {
            int edge = edge(node, below(paths));
            if (edge < 0) {
                return null;
            }
            int next = trellis.target(edge);
            int coarser = prospects.scale(node) - prospects.scale(next);
            step(edge, 1);
            paths = prospects.paths(next, sums);
            if (coarser > 0 && below(roundedUp(paths, coarser) << coarser) >= paths) {
                return null;
            }
            id = id.add(trellis.graph().before(edge));
            node = next;
        }
        return paths > 0 ? id : null;
    }

    /** The edge of {@code node} that path number {@code number} goes over, counted as the node counts; -1 beyond the last. */
    private int edge(int node, long number) {
        long rest = number;
        for (int edge = trellis.firstEdge(node); edge < trellis.firstEdge(node + 1); edge++) {
            int next = trellis.target(edge);
            step(edge, 1);
            rest -= roundedUp(prospects.paths(next, sums), prospects.scale(node) - prospects.scale(next));
            step(edge, -1);
            if (rest < 0) {
                return edge;
            }
        }
        return -1;
    }

    private static long roundedUp(long paths, int coarser) {
        return coarser <= 0 ? paths : (paths + (1L << coarser) - 1) >>> coarser;
    }

    private void step(int edge, int sign) {
        for (int slot = 0; slot < sums.length; slot++) {
            sums[slot] += sign * trellis.weight(slot, edge);
        }
    }

    /** A number below {@code bound}, every one equally likely, the same on every machine. */
    private long below(long bound) {
        int surplus = Long.numberOfLeadingZeros(bound - 1);
        long number;
        do {
            number = bound == 1 ? 0 : random.nextLong() >>> surplus;
        } while (number >= bound);
        return number;
    }
}
