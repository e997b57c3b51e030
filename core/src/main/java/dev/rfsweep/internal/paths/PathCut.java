package dev.rfsweep.internal.paths;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a graph down to the paths whose numbers are in a range. What lies outside becomes leaves that stand for as many paths, so
 * numbers and the branches of every node stay what they are. Nodes that the ends of the range run through are copied. A leaf is
 * never cut: its paths need not be told apart.
 */
public final class PathCut {

    /**
     * What is kept of a node: the paths from it with numbers {@code from} to {@code to}, exclusive; 0 to 0 where it is outside.
     *
     * @param node of the graph that is cut
     */
    private record Part(int node, BigInteger from, BigInteger to) {
        boolean isOutside() {
            return to.signum() == 0;
        }
    }

    private final PathGraph whole;
    private final Map<Part, Integer> numbers = new HashMap<>();

    /** By node of the whole graph: its parts, in the order in which edges to them were found. */
    private final List<List<Part>> met = new ArrayList<>();

    /** By node of the cut graph: the part it is. */
    private final List<Part> parts = new ArrayList<>();

    /** By node of the cut graph: the number that its part got when it was first found. */
    private final IntArrayList number = new IntArrayList();

    private final IntArrayList firstEdge = new IntArrayList();

    /** By edge of the cut graph: first the number of the part it leads to, in the end its node. */
    private final IntArrayList target = new IntArrayList();

    /** By edge of the cut graph: the edge of the whole one. */
    private final IntArrayList way = new IntArrayList();

    private final PathGraph graph;

    /**
     * Keeps the paths of {@code whole} with numbers {@code from} to {@code to}, exclusive.
     *
     * @param check run at every node, so that it may throw what stops it
     */
    public PathCut(PathGraph whole, BigInteger from, BigInteger to, Runnable check) {
        this.whole = whole;
        for (int node = 0; node < whole.nodes(); node++) {
            met.add(new ArrayList<>(1));
        }
        meet(0, from, to);
        for (List<Part> ofNode : met) {
            for (Part part : ofNode) {
                check.run();
                parts.add(part);
                number.add((int) numbers.get(part));
                firstEdge.add(target.size());
                if (!part.isOutside()) {
                    expand(part);
                }
            }
        }
        firstEdge.add(target.size());
        this.graph = assemble();
    }

    /** The cut graph. */
    public PathGraph graph() {
        return graph;
    }

    /** The node of the whole graph behind {@code node}. */
    public int origin(int node) {
        return parts.get(node).node;
    }

    /** Whether {@code node} stands for paths outside the range. */
    public boolean isOutside(int node) {
        return parts.get(node).isOutside();
    }

    /** By edge, the edge of the whole graph behind it. */
    public int way(int edge) {
        return way.getInt(edge);
    }

    private void expand(Part part) {
        for (int edge = whole.firstEdge(part.node); edge < whole.firstEdge(part.node + 1); edge++) {
            BigInteger before = whole.before(edge);
            target.add(meet(whole.target(edge), part.from.subtract(before), part.to.subtract(before)));
            way.add(edge);
        }
    }

    /** The number of the part of {@code node} that the range leaves, which may begin before its first path and end behind its last. */
    private int meet(int node, BigInteger from, BigInteger to) {
        BigInteger paths = whole.paths(node);
        BigInteger low = from.max(BigInteger.ZERO);
        BigInteger high = to.min(paths);
        Part part = new Part(node, low, high);
        if (low.compareTo(high) >= 0) {
            part = new Part(node, BigInteger.ZERO, BigInteger.ZERO);
        } else if (whole.isLeaf(node)) {
            part = new Part(node, BigInteger.ZERO, paths);
        }
        Integer known = numbers.putIfAbsent(part, numbers.size());
        if (known == null) {
            met.get(node).add(part);
        }
        return numbers.get(part);
    }

    private PathGraph assemble() {
        int[] nodeOf = new int[parts.size()];
        BigInteger[] paths = new BigInteger[parts.size()];
        for (int node = 0; node < paths.length; node++) {
            nodeOf[number.getInt(node)] = node;
            paths[node] = whole.paths(parts.get(node).node);
        }
        target.replaceAll((int part) -> nodeOf[part]);
        return new PathGraph(firstEdge.toIntArray(), target.toIntArray(), paths);
    }
}
