package dev.rfsweep.internal.paths;

import java.math.BigInteger;

/**
 * {@link Paths} in arrays. Nodes are in topological order from the root, node 0, and edges are grouped by the node they leave,
 * in the order of the numbers. Immutable: arrays are never written after construction and never handed out.
 */
public final class PathGraph implements Paths {

    private final int[] firstEdge;
    private final int[] target;
    private final BigInteger[] paths;
    private final long[] pathsOrMax;

    /** By edge, what {@link #before(int)} answers: one of the two, computed when it is first asked for. */
    private volatile long[] before;

    private volatile BigInteger[] wideBefore;

    /**
     * Takes over the arrays.
     *
     * @param firstEdge by node, its first edge, and the number of edges behind the last node
     * @param target by edge, the node it leads to
     * @param paths by node, how many paths there are from it
     */
    public PathGraph(int[] firstEdge, int[] target, BigInteger[] paths) {
        this.firstEdge = firstEdge;
        this.target = target;
        this.paths = paths;
        this.pathsOrMax = new long[paths.length];
        for (int node = 0; node < paths.length; node++) {
            pathsOrMax[node] = paths[node].bitLength() < 64 ? paths[node].longValue() : Long.MAX_VALUE;
        }
    }

    public int nodes() {
        return paths.length;
    }

    public int edges() {
        return target.length;
    }

    /** The first edge that leaves {@code node}; those of the next node follow the last. */
    public int firstEdge(int node) {
        return firstEdge[node];
    }

    /** The node that {@code edge} leads to. */
    public int target(int edge) {
        return target[edge];
    }

    public boolean isLeaf(int node) {
        return firstEdge[node] == firstEdge[node + 1];
    }

    @Override
    public int root() {
        return 0;
    }

    @Override
    public int branches(int node) {
        return firstEdge[node + 1] - firstEdge[node];
    }

    @Override
    public int next(int node, int branch) {
        return target[firstEdge[node] + branch];
    }

    @Override
    public BigInteger paths(int node) {
        return paths[node];
    }

    /** {@link #paths(int)}, or {@link Long#MAX_VALUE} where that does not fit. */
    public long pathsOrMax(int node) {
        return pathsOrMax[node];
    }

    @Override
    public BigInteger before(int node, int branch) {
        return before(firstEdge[node] + branch);
    }

    /** Number of paths through the edges before {@code edge} that leave the same node. */
    public BigInteger before(int edge) {
        return isNarrow() ? BigInteger.valueOf(narrowBefore()[edge]) : wideBefore()[edge];
    }

    /** {@link #before(int)} where it is known to fit a {@code long}. */
    public long beforeAsLong(int edge) {
        return isNarrow() ? narrowBefore()[edge] : wideBefore()[edge].longValue();
    }

    /** Whether the numbers of all paths fit a {@code long}, with a bit to spare. */
    public boolean isNarrow() {
        return paths.length == 0 || paths[0].bitLength() < 63;
    }

    /** Whether there are no paths, and so no nodes. */
    public boolean isEmpty() {
        return paths.length == 0;
    }

    /** Most edges of a path. */
    public int length() {
        int[] longest = new int[nodes()];
        for (int node = nodes() - 1; node >= 0; node--) {
            for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
                longest[node] = Math.max(longest[node], longest[target[edge]] + 1);
            }
        }
        return isEmpty() ? 0 : longest[0];
    }

    /** Two threads may both compute it; the results are equal. */
    private long[] narrowBefore() {
        long[] known = before;
        if (known == null) {
            known = new long[target.length];
            for (int node = 0; node < nodes(); node++) {
                long sum = 0;
                for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
                    known[edge] = sum;
                    sum += pathsOrMax[target[edge]];
                }
            }
            before = known;
        }
        return known;
    }

    private BigInteger[] wideBefore() {
        BigInteger[] known = wideBefore;
        if (known == null) {
            known = new BigInteger[target.length];
            for (int node = 0; node < nodes(); node++) {
                BigInteger sum = BigInteger.ZERO;
                for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
                    known[edge] = sum;
                    sum = sum.add(paths[target[edge]]);
                }
            }
            wideBefore = known;
        }
        return known;
    }
}
