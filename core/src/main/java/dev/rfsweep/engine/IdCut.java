package dev.rfsweep.engine;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a range of ids out of a trellis. What lies outside becomes dead leaves that stand for as many invalid variants, so
 * that ids and the branches of every node stay what they are. Nodes along the two ends of the range are copied.
 */
final class IdCut {

    /**
     * What is left of a node: of the ids below it, counted from its first, those {@code from} to {@code to}, exclusive.
     *
     * @param node of the trellis
     */
    private record Part(int node, BigInteger from, BigInteger to) {
        boolean isOutside() {
            return to.signum() == 0;
        }
    }

    private final Trellis trellis;
    private final Map<Part, Integer> numbers = new HashMap<>();

    /** By node of the trellis: its parts, in the order in which they were met. */
    private final List<List<Part>> met = new ArrayList<>();

    /** By place in topological order: the part, its number and its first edge. */
    private final List<Part> parts = new ArrayList<>();

    private final IntArrayList number = new IntArrayList();
    private final IntArrayList edgeStart = new IntArrayList();

    /** By edge: the number of the part it leads to, and the edge of the trellis. */
    private final IntArrayList target = new IntArrayList();

    private final IntArrayList way = new IntArrayList();

    private IdCut(Trellis trellis) {
        this.trellis = trellis;
        for (int node = 0; node < trellis.nodes(); node++) {
            met.add(new ArrayList<>(1));
        }
    }

    /** The variants of {@code trellis} with ids from {@code from} to {@code to}, exclusive. */
    static Trellis of(Trellis trellis, BigInteger from, BigInteger to) {
        boolean everything = from.signum() == 0 && to.equals(trellis.paths[0]);
        return everything ? trellis : new IdCut(trellis).cut(from, to);
    }

    private Trellis cut(BigInteger from, BigInteger to) {
        meet(0, from, to);
        for (List<Part> ofNode : met) {
            for (Part part : ofNode) {
                parts.add(part);
                number.add((int) numbers.get(part));
                edgeStart.add(target.size());
                if (!part.isOutside()) {
                    expand(part);
                }
            }
        }
        edgeStart.add(target.size());
        return assemble();
    }

    private void expand(Part part) {
        BigInteger first = BigInteger.ZERO;
        for (int edge = trellis.firstEdge(part.node); edge < trellis.firstEdge(part.node + 1); edge++) {
            int next = trellis.target[edge];
            target.add(meet(next, part.from.subtract(first), part.to.subtract(first)));
            way.add(edge);
            first = first.add(trellis.paths[next]);
        }
    }

    /** The number of what is left of {@code node}; the range may go beyond it. */
    private int meet(int node, BigInteger from, BigInteger to) {
        BigInteger paths = trellis.paths[node];
        BigInteger low = from.max(BigInteger.ZERO);
        BigInteger high = to.min(paths);
        Part part = new Part(node, low, high);
        if (low.compareTo(high) >= 0) {
            part = new Part(node, BigInteger.ZERO, BigInteger.ZERO);
        } else if (trellis.isLeaf(node)) {
            part = new Part(node, BigInteger.ZERO, paths); // one variant, or some that are invalid anyway
        }
        Integer known = numbers.putIfAbsent(part, numbers.size());
        if (known == null) {
            met.get(node).add(part);
        }
        return numbers.get(part);
    }

    private Trellis assemble() {
        int nodes = parts.size();
        int[] place = new int[nodes];
        boolean[] dead = new boolean[nodes];
        int[] position = new int[nodes];
        BigInteger[] leafPaths = new BigInteger[nodes];
        long[][] leafWeight = new long[trellis.slotCount()][nodes];
        for (int at = 0; at < nodes; at++) {
            Part part = parts.get(at);
            place[number.getInt(at)] = at;
            dead[at] = part.isOutside() || trellis.dead[part.node];
            position[at] = trellis.position(part.node);
            leafPaths[at] = trellis.paths[part.node];
            for (int slot = 0; slot < leafWeight.length && !part.isOutside(); slot++) {
                leafWeight[slot][at] = trellis.leafWeight[slot][part.node];
            }
        }
        long[][] weight = new long[trellis.slotCount()][target.size()];
        for (int edge = 0; edge < target.size(); edge++) {
            target.set(edge, place[target.getInt(edge)]);
            for (int slot = 0; slot < weight.length; slot++) {
                weight[slot][edge] = trellis.weight[slot][way.getInt(edge)];
            }
        }
        return new Trellis(
                trellis.slots,
                edgeStart.toIntArray(),
                target.toIntArray(),
                weight,
                leafWeight,
                dead,
                position,
                leafPaths);
    }
}
