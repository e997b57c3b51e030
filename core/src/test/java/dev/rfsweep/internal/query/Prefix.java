package dev.rfsweep.internal.query;

import dev.rfsweep.internal.trellis.Trellis;
import java.util.ArrayList;
import java.util.List;

/**
 * One path from the root of a trellis to one of its nodes, found by walking all of them one by one.
 *
 * @param edges the edges taken, in order
 * @param node where they lead
 */
public record Prefix(List<Integer> edges, int node) {

    /** All of them, to nodes with valid variants below. */
    public static List<Prefix> all(Trellis trellis) {
        List<Prefix> all = new ArrayList<>();
        extend(trellis, new Prefix(List.of(), 0), all);
        return all;
    }

    private static void extend(Trellis trellis, Prefix prefix, List<Prefix> all) {
        if (!trellis.hasValid(prefix.node)) {
            return;
        }
        all.add(prefix);
        for (int edge = trellis.firstEdge(prefix.node); edge < trellis.firstEdge(prefix.node + 1); edge++) {
            List<Integer> edges = new ArrayList<>(prefix.edges);
            edges.add(edge);
            extend(trellis, new Prefix(edges, trellis.target(edge)), all);
        }
    }

    /** What its edges add to {@code slot}. */
    public long sum(Trellis trellis, int slot) {
        return edges.stream().mapToLong(edge -> trellis.weight(slot, edge)).sum();
    }
}
