package dev.rfsweep.internal.engine;

import dev.rfsweep.internal.engine.evaluate.Compiled;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Range;
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
 * @param bounds between what each column of the question lies over all valid variants of the space; these are the
 *     bounds over the matches when there are no conditions, and a range of nothing when none is valid
 */
public record Plan(
        int nodes, int edges, int tables, long rows, BigInteger ids, int threads, double seconds, List<Range> bounds) {

    public Plan {
        bounds = List.copyOf(bounds);
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
        return new Plan(
                trellis.nodes(), trellis.graph().edges(), tables, rows, ids, threads, seconds, bounds(compiled));
    }

    private static List<Range> bounds(Compiled compiled) {
        Trellis trellis = compiled.trellis;
        List<Range> bounds = new ArrayList<>();
        for (int slot : compiled.columnSlot) {
            int constant = trellis.slots.get(slot).constant();
            bounds.add(
                    trellis.hasValid(0)
                            ? new Range(trellis.least[slot][0] + constant, trellis.most[slot][0] + constant)
                            : new Range(Long.MAX_VALUE, Long.MIN_VALUE));
        }
        return bounds;
    }
}
