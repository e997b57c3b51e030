package dev.rfsweep.internal.query.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Prefix;
import dev.rfsweep.internal.query.RandomQuestion;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells against the sums of every prefix. A seed in a test's name draws that space again. */
class SumLatticeTest {

    private static final Cancellation NEVER = Cancellation.of(Monitor.NONE);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySumIsACell(long seed) {
        RandomQuestion drawn = RandomQuestion.draw(new SplittableRandom(seed));
        Trellis trellis = Question.of(drawn.space(), List.of(), drawn.columns()).trellis();
        for (int slot = 0; slot < trellis.slotCount(); slot++) {
            SumLattice lattice = new SumLattice(trellis, slot, NEVER);
            for (Prefix prefix : Prefix.all(trellis)) {
                int at = 0;
                long cell = 0;
                for (int edge : prefix.edges()) {
                    cell += lattice.shift(at, edge);
                    at = trellis.target(edge);
                }
                long sum = prefix.sum(trellis, slot);
                assertThat(cell).isBetween(0L, lattice.cells(at) - 1);
                assertThat(lattice.cells(at)).isLessThanOrEqualTo(lattice.most());
                assertThat(lattice.sum(at, cell)).isEqualTo(sum);
                assertThat(lattice.sum(at, 0)).isEqualTo(lattice.least(at)).isLessThanOrEqualTo(sum);
                assertFirst(lattice, at, cell);
            }
        }
    }

    private static void assertFirst(SumLattice lattice, int node, long cell) {
        assertThat(lattice.firstFrom(node, lattice.sum(node, cell))).isEqualTo(cell);
        assertThat(lattice.firstFrom(node, lattice.sum(node, cell) + 1)).isEqualTo(cell + 1);
    }

    /** Fields grow by 2, 4 or 8 at every layer: 6 to 24 in steps of two. */
    @Test
    void theStepIsTheGreatestThatFits() {
        Trellis trellis = Question.of(
                        SpecParser.line("3*cn_k3,5,9").space(),
                        List.of(),
                        List.of(new Column(Metric.RF, Column.SHARED)))
                .trellis();
        SumLattice lattice = new SumLattice(trellis, 0, NEVER);
        int end = trellis.nodes() - 1;
        assertThat(List.of(lattice.least(end), lattice.cells(end), lattice.most()))
                .isEqualTo(List.of(6L, 10L, 10L));
        assertThat(lattice.shift(0, 2)).isEqualTo(3);
        assertThat(List.of(lattice.firstFrom(end, Long.MIN_VALUE), lattice.firstFrom(end, 7)))
                .isEqualTo(List.of(0L, 1L));
        assertThat(lattice.firstFrom(end, Long.MAX_VALUE)).isEqualTo(10);
    }

    @Test
    void aSumWithoutAChoiceIsOneCell() {
        Trellis trellis = Question.of(
                        SpecParser.line("2*cn_k3").space(), List.of(), List.of(new Column(Metric.RF, Column.SHARED)))
                .trellis();
        SumLattice lattice = new SumLattice(trellis, 0, NEVER);
        assertThat(lattice.most()).isOne();
        assertThat(lattice.sum(trellis.nodes() - 1, 0)).isEqualTo(4);
    }
}
