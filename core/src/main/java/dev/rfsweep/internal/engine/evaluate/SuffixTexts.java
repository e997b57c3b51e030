package dev.rfsweep.internal.engine.evaluate;

import dev.rfsweep.internal.paths.PathGraph;
import dev.rfsweep.internal.paths.Paths;
import dev.rfsweep.internal.space.Automaton;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.VariantText;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.internal.trellis.Trellis;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The texts of the rows of suffix tables, kept when they are first written, by all workers of one stream. Their number is
 * bounded; beyond, texts are written anew for every row.
 *
 * @param <P> the parts that texts are joined from
 */
public final class SuffixTexts<P> {

    /** Some 50 MB at most. */
    private static final long MOST = 1 << 18;

    private final Selection paths;
    private final Automaton automaton;
    private final VariantText<P> text;
    private final AtomicReferenceArray<AtomicReferenceArray<P>> byNode;
    private final AtomicLong room = new AtomicLong(MOST);

    SuffixTexts(Selection paths, Automaton automaton, VariantText<P> text) {
        this.paths = paths;
        this.automaton = automaton;
        this.text = text;
        this.byNode = new AtomicReferenceArray<>(paths.graph().nodes());
    }

    VariantText<P> text() {
        return text;
    }

    PathGraph graph() {
        return paths.graph();
    }

    /** Adds to {@code blocks} those of every step that is taken. */
    Paths.Step collect(List<FixedBlock> blocks) {
        Trellis trellis = paths.trellis();
        return (node, branch) -> {
            int origin = paths.origin(node);
            int there = paths.way(graph().firstEdge(node) + branch) - trellis.firstEdge(origin);
            if (automaton.at(trellis.position(origin)) instanceof Automaton.Step step) {
                blocks.addAll(step.options().get(there).blocks());
            }
        };
    }

    /** The text of row {@code row} of the table at {@code node}, or null. */
    P known(int node, int row) {
        AtomicReferenceArray<P> rows = byNode.getAcquire(node);
        return rows == null ? null : rows.getAcquire(row);
    }

    /** Keeps a text if there is room. Two workers may write the same. */
    void keep(int node, int row, P suffix) {
        AtomicReferenceArray<P> rows = byNode.getAcquire(node);
        if (rows == null) {
            int length = (int) graph().pathsOrMax(node);
            if (room.addAndGet(-length) < 0) {
                room.addAndGet(length);
                return;
            }
            rows = new AtomicReferenceArray<>(length);
            if (!byNode.compareAndSet(node, null, rows)) {
                room.addAndGet(length);
                rows = byNode.getAcquire(node);
            }
        }
        rows.setRelease(row, suffix);
    }
}
