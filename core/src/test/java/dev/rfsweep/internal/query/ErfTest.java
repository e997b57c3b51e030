package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Bounds;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Radii that no floating point number can tell apart, and that the exact integers {@code 12V} can. The first layer adds
 * 24, 0 and 8 in the order of the ids; the last, behind a stride of 2^28, adds 2^59 to each.
 */
class ErfTest {

    private static final Column ERF = new Column(Metric.ERF, Column.SHARED);
    private static final Column RF = new Column(Metric.RF, Column.SHARED);
    private static final long LAST = 8L << 56;
    private static final Space SPACE =
            SpecParser.line("cn_k5,1,3 28*cn_k1_s2 cn_k3").space();

    /** Between the first two and the third: sqrt((2^59 + 15)/3), rounded down behind the sixteenth decimal. */
    private static final BigDecimal RADIUS = BigDecimal.valueOf(LAST + 15)
            .divide(BigDecimal.valueOf(3), new MathContext(50))
            .sqrt(new MathContext(50))
            .setScale(16, RoundingMode.FLOOR);

    static Stream<Answers> bothWays() {
        Answers query = Answers.over(SPACE, List.of());
        return Stream.of(query, query.withoutAlgebra());
    }

    @Test
    void theRadiiAreOneFloatingPointNumber() {
        assertThat(Stream.of(0, 8, 24)
                        .map(first -> ERF.metric().value(LAST + first))
                        .distinct())
                .hasSize(1);
        assertThat(Stream.of(0, 8, 24).map(first -> (double) (LAST + first)).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void everyRadiusCountsApart(Answers query) {
        assertThat(query.histogram(ERF).keySet().stream().map(FigureKey::of))
                .containsExactly(LAST, LAST + 8, LAST + 24);
        Bounds bounds = query.bounds(List.of(ERF));
        assertThat(bounds)
                .isEqualTo(new Bounds(
                        BigInteger.valueOf(3),
                        List.of(new Figure(Metric.ERF, LAST)),
                        List.of(new Figure(Metric.ERF, LAST + 24))));
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void theBestAreInExactOrder(Answers query) {
        assertThat(ids(query.top(List.of(), ERF, false, 3))).containsExactly(1, 2, 0);
        assertThat(ids(query.top(List.of(), ERF, true, 3))).containsExactly(0, 2, 1);
        assertThat(ids(query.nearest(List.of(), ERF, RADIUS, 3))).containsExactly(2, 0, 1);
    }

    @ParameterizedTest
    @MethodSource("bothWays")
    void theFrontTradesTheSmallestDifference(Answers query) {
        List<FrontRow> front =
                query.pareto(List.of(ERF), List.of(new Objective.Least(ERF), new Objective.Greatest(RF)));
        assertThat(ids(front.stream().map(FrontRow::row).toList())).containsExactly(1, 2, 0);
        assertThat(front.stream().map(row -> FigureKey.of(row.row().values().get(0))))
                .containsExactly(LAST, LAST + 8, LAST + 24);
    }

    @Test
    void rangesEndAtTheExactRadius() {
        for (long low : new long[] {LAST, LAST + 1, LAST + 8, LAST + 9}) {
            for (long high : new long[] {LAST + 7, LAST + 8, LAST + 23, LAST + 24}) {
                Answers query = Answers.over(SPACE, List.of(new Condition(ERF, new Range(low, high))));
                long matches = Stream.of(0, 8, 24)
                        .filter(first -> low <= LAST + first && LAST + first <= high)
                        .count();
                assertThat(query.count()).isEqualTo(matches);
                assertThat(query.withoutAlgebra().count()).isEqualTo(matches);
            }
        }
    }

    private static Stream<Integer> ids(List<Row> rows) {
        return rows.stream().map(row -> row.id().intValueExact());
    }
}
