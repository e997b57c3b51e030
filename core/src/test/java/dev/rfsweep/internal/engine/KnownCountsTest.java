package dev.rfsweep.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.engine.sink.Histogram;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.RefusedException;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Figures that were worked out elsewhere, and questions that must be refused. */
class KnownCountsTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);
    private static final Column STRIDE = new Column(Metric.STRIDE, Column.SHARED);
    private static final Condition RF_100_200 = new Condition(RF, new Range(100, 200));

    private final Space grid = SpecParser.line("6*cn_k3,5,7_s1,2_dil1,2").space();

    @Test
    void countsTheGrid() {
        Sweep sweep = Sweep.over(grid);
        assertThat(sweep.count()).isEqualTo(2_985_984);
        assertThat(sweep.where(List.of(RF_100_200)).count()).isEqualTo(1_088_436);
        assertThat(sweep.where(List.of(RF_100_200, new Condition(STRIDE, new Range(8, 8))))
                        .count())
                .isEqualTo(444_872);
    }

    @Test
    void exhaustiveCountsAreTheSame() {
        Sweep sweep = Sweep.over(grid).exhaustive(true);
        assertThat(sweep.count()).isEqualTo(2_985_984);
        assertThat(sweep.where(List.of(RF_100_200)).count()).isEqualTo(1_088_436);
    }

    @Test
    void theHistogramOfTheGridHas372FieldsFrom13To757() {
        SortedMap<Figure, Long> histogram =
                Sweep.over(grid).columns(List.of(RF)).into(Histogram.of(0));
        assertThat(histogram).hasSize(372);
        assertThat(histogram.firstKey().longValue()).isEqualTo(13);
        assertThat(histogram.lastKey().longValue()).isEqualTo(757);
        assertThat(histogram.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2_985_984);
    }

    @Test
    void aPlainCountOfAHugeSpaceIsAlgebra() {
        Space huge = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        assertThat(Sweep.over(huge).count()).isEqualTo("4019988717840603673710821376");
        BigInteger third = huge.variants().divide(BigInteger.valueOf(3));
        assertThat(Sweep.over(huge).ids(third, huge.variants()).count())
                .isEqualTo(huge.variants().subtract(third));
    }

    @Test
    void anExhaustiveSweepOfAHugeSpaceIsRefusedWithAnEstimate() {
        Space huge = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        assertThatThrownBy(() -> Sweep.over(huge).exhaustive(true).threads(2).count())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("4,019,988,717,840,603,673,710,821,376 (4.0e27) variants")
                .hasMessageContaining("years on 2 threads");
    }

    @Test
    void overflowIsRefusedAndNamesTheMetricAndTheStage() {
        Space deep = SpecParser.line("cn_k3 70*cn_k9_s2").space();
        assertThat(Sweep.over(deep).count()).isEqualTo(1);
        assertThatThrownBy(() -> Sweep.over(deep).columns(List.of(RF)).into(Collect.rows()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("rf does not fit 63 bits in stage 2 (cn)");
    }

    @Test
    void aMetricBeyondAnIntKeepsItsValue() {
        Space deep = SpecParser.line("40*cn_k3_s2 cn_k3,5").space();
        assertThat(Sweep.over(deep).columns(List.of(RF)).into(Collect.rows()))
                .extracting(row -> FigureKey.of(row.values().get(0)))
                .containsExactly((1L << 41) - 1 + (1L << 41), (1L << 41) - 1 + (1L << 42));
    }

    @Test
    void filtersOnSpreadsBeyondAnIntAreExact() {
        Space wide = SpecParser.line("33*cn_k3_s2 cn_k1,3,5,7,9_dil1,2,3").space();
        List<Row> all = Sweep.over(wide).columns(List.of(RF, STRIDE)).into(Collect.rows());
        long middle = FigureKey.of(all.get(7).values().get(0));
        Condition upTo = new Condition(RF, new Range(Long.MIN_VALUE, middle));
        List<Row> expected = all.stream()
                .filter(row -> FigureKey.of(row.values().get(0)) <= middle)
                .toList();
        assertThat(expected).hasSizeBetween(2, 13);
        for (boolean exhaustive : new boolean[] {false, true}) {
            Sweep sweep = Sweep.over(wide).columns(List.of(RF, STRIDE)).where(List.of(upTo));
            assertThat(sweep.exhaustive(exhaustive).into(Collect.rows())).isEqualTo(expected);
            assertThat(sweep.exhaustive(exhaustive).count()).isEqualTo(expected.size());
        }
    }

    @Test
    void gapsInSpreadsBeyondAnIntAreExact() {
        Space wide = SpecParser.line("33*cn_k3_s2 cn_k1,3,5,7,9_dil1,2,3").space();
        List<Row> all = Sweep.over(wide).columns(List.of(RF, STRIDE)).into(Collect.rows());
        long least = FigureKey.of(all.get(0).values().get(0));
        long middle = FigureKey.of(all.get(7).values().get(0));
        Condition neither = new Condition(
                RF,
                Ranges.of(new Range(least, least), new Range(middle, middle)).complement());
        List<Row> expected = all.stream()
                .filter(row -> FigureKey.of(row.values().get(0)) != least
                        && FigureKey.of(row.values().get(0)) != middle)
                .toList();
        assertThat(expected).hasSizeBetween(2, 13);
        for (boolean exhaustive : new boolean[] {false, true}) {
            Sweep sweep = Sweep.over(wide).columns(List.of(RF, STRIDE)).where(List.of(neither));
            assertThat(sweep.exhaustive(exhaustive).into(Collect.rows())).isEqualTo(expected);
            assertThat(sweep.exhaustive(exhaustive).count()).isEqualTo(expected.size());
        }
    }
}
