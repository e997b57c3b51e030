package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * How many variants a {@link Sweep} would look at, with what, and for how long: everything that is known of its answer
 * and cost before it runs.
 *
 * @param nodes distinct states of the compiled space
 * @param edges steps between them
 * @param tables suffix tables
 * @param rows rows of all of them
 * @param ids variants to look at
 * @param threads threads that share them
 * @param seconds estimate for a sweep that can skip nothing
 * @param least the least value of each column of the question over all valid variants of the space, which are the matches when
 *     there are no conditions; none when no variant is valid
 * @param most the greatest value of each column in the same way
 */
public record Plan(
        int nodes,
        int edges,
        int tables,
        long rows,
        BigInteger ids,
        int threads,
        double seconds,
        List<Figure> least,
        List<Figure> most) {

    public Plan {
        least = List.copyOf(least);
        most = List.copyOf(most);
    }

    static Plan of(Compiled compiled, BigInteger ids, int threads, double variantsPerSecond) {
        Trellis trellis = compiled.trellis;
        int tables = 0;
        long rows = 0;
        for (int node = 0; node < trellis.nodes(); node++) {
            if (compiled.frontier[node] && !trellis.dead[node]) {
                tables++;
                rows += trellis.graph().pathsOrMax(node);
            }
        }
        double seconds = ids.doubleValue() / (variantsPerSecond * threads);
        int edges = trellis.graph().edges();
        List<Figure> least = bounds(compiled, trellis.least);
        List<Figure> most = bounds(compiled, trellis.most);
        return new Plan(trellis.nodes(), edges, tables, rows, ids, threads, seconds, least, most);
    }

    private static List<Figure> bounds(Compiled compiled, long[][] sums) {
        Trellis trellis = compiled.trellis;
        List<Figure> bounds = new ArrayList<>();
        for (int column = 0; trellis.hasValid(0) && column < compiled.columnSlot.length; column++) {
            int slot = compiled.columnSlot[column];
            bounds.add(new Figure(compiled.schema.metrics().get(column), sums[slot][0] + trellis.constant(slot)));
        }
        return bounds;
    }
}
