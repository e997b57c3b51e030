package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A selection of a trellis by the ids of its paths: a tree in which paths share what they begin with. */
public final class ChosenPaths {

    /**
     * A node of the tree: paths {@code from} to {@code to}, exclusive, which agree on their first {@code depth} edges.
     *
     * @param origin the node of the trellis where they are then
     */
    private record Bundle(int from, int to, int depth, int origin) {}

    private final Trellis trellis;
    private final List<int[]> paths = new ArrayList<>();
    private final List<Bundle> bundles = new ArrayList<>();
    private final IntArrayList firstEdge = new IntArrayList();
    private final IntArrayList target = new IntArrayList();
    private final IntArrayList way = new IntArrayList();

    private ChosenPaths(Trellis trellis) {
        this.trellis = trellis;
    }

    /**
     * The paths with {@code ids}.
     *
     * @param ids at least one, ascending
     */
    public static Selection of(Trellis trellis, List<BigInteger> ids) {
        ChosenPaths chosen = new ChosenPaths(trellis);
        ids.forEach(id -> chosen.paths.add(chosen.edges(id)));
        return chosen.select();
    }

    private int[] edges(BigInteger id) {
        IntArrayList edges = new IntArrayList();
        trellis.graph().follow(id, (node, branch) -> edges.add(trellis.firstEdge(node) + branch));
        return edges.toIntArray();
    }

    /** Bundles are numbered when they are met, so that a bundle comes after what it is a part of. */
    private Selection select() {
        bundles.add(new Bundle(0, paths.size(), 0, 0));
        for (int node = 0; node < bundles.size(); node++) {
            firstEdge.add(target.size());
            split(bundles.get(node));
        }
        firstEdge.add(target.size());
        BigInteger[] counts = bundles.stream()
                .map(bundle -> BigInteger.valueOf(bundle.to - bundle.from))
                .toArray(BigInteger[]::new);
        int[] origin = bundles.stream().mapToInt(Bundle::origin).toArray();
        PathGraph graph = new PathGraph(firstEdge.toIntArray(), target.toIntArray(), counts);
        return Selection.some(trellis, graph, origin, way.toIntArray());
    }

    private void split(Bundle bundle) {
        if (trellis.isLeaf(bundle.origin)) {
            return;
        }
        int from = bundle.from;
        while (from < bundle.to) {
            int edge = paths.get(from)[bundle.depth];
            int to = from + 1;
            while (to < bundle.to && paths.get(to)[bundle.depth] == edge) {
                to++;
            }
            target.add(bundles.size());
            way.add(edge);
            bundles.add(new Bundle(from, to, bundle.depth + 1, trellis.target(edge)));
            from = to;
        }
    }
}
