package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Filters;
import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One path of a selection, found by walking all of them one by one: what cursors and tables are compared with.
 *
 * @param nodes the nodes on it, the first and the last included
 * @param sums by slot, what its edges and its leaf add; without meaning when it is dead
 * @param id the sum of the ids that it comes after, step by step; where all paths are selected, its number
 * @param dead whether it is invalid
 */
public record PlainPath(List<Integer> nodes, List<Long> sums, long id, boolean dead) {

    /** Every path of {@code selection} from {@code node} on, in order; one for each that a leaf stands for. */
    public static List<PlainPath> from(Selection selection, int node) {
        List<PlainPath> paths = new ArrayList<>();
        long[] sums = new long[selection.trellis().slotCount()];
        walk(selection, new ArrayList<>(List.of(node)), sums, 0, paths);
        return paths;
    }

    private static void walk(Selection selection, List<Integer> nodes, long[] sums, long id, List<PlainPath> paths) {
        PathGraph graph = selection.graph();
        int node = nodes.get(nodes.size() - 1);
        if (graph.isLeaf(node)) {
            List<Long> whole = IntStream.range(0, sums.length)
                    .mapToObj(slot -> sums[slot] + selection.leafWeight(slot, node))
                    .toList();
            for (long same = 0; same < graph.paths(node).longValueExact(); same++) {
                paths.add(new PlainPath(List.copyOf(nodes), whole, id + same, selection.isDead(node)));
            }
            return;
        }
        for (int edge = graph.firstEdge(node); edge < graph.firstEdge(node + 1); edge++) {
            int taken = edge;
            long[] more = new long[sums.length];
            Arrays.setAll(more, slot -> sums[slot] + selection.weight(slot, taken));
            nodes.add(graph.target(edge));
            walk(selection, nodes, more, id + selection.idsBefore(edge).longValueExact(), paths);
            nodes.remove(nodes.size() - 1);
        }
    }

    /** Whether it is valid and meets every filter, looked at range by range. */
    public boolean matches(Filters filters) {
        boolean matches = !dead;
        for (int filter = 0; filter < filters.count(); filter++) {
            long sum = sums.get(filters.slot(filter));
            matches &= filters.parts(filter).stream().anyMatch(part -> part.low() <= sum && sum <= part.high());
        }
        return matches;
    }
}
