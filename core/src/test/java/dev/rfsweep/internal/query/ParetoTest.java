package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fronts against comparing every match with every other. A seed in a test's name draws that space again. */
@Tag("slow")
class ParetoTest {

    static LongStream seeds() {
        return LongStream.range(5000, 5500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFrontIsWhatNoMatchDominates(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        List<Objective> objectives = objectives(random, question);
        List<FrontRow> expected = front(question, objectives);
        assertThat(question.query().pareto(question.columns(), objectives)).isEqualTo(expected);
        assertThat(question.swept().pareto(question.columns(), objectives)).isEqualTo(expected);
    }

    @Test
    void randomFrontsHaveManyPointsAndShareThem() {
        long points = 0;
        long shared = 0;
        for (long seed : seeds().toArray()) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomQuestion question = RandomQuestion.draw(random);
            List<FrontRow> front = question.query().pareto(List.of(), objectives(random, question));
            points += front.size() > 2 ? 1 : 0;
            shared += front.stream().anyMatch(row -> row.count().bitLength() > 1) ? 1 : 0;
        }
        assertThat(points).isGreaterThan(30);
        assertThat(shared).isGreaterThan(30);
    }

    @Test
    void theFrontOf2e19NetworksHoldsItsExtremes() {
        Column rf = new Column(Metric.RF, Column.SHARED);
        Column params = new Column(Metric.PARAMS, Column.SHARED);
        Answers query = Answers.over(AnswersTest.onceForAll(), List.of(new Condition(rf, new Range(300, 600))));
        List<FrontRow> front =
                query.pareto(List.of(rf, params), List.of(new Objective.Nearest(rf, 500), new Objective.Least(params)));
        assertThat(front)
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo(Comparator.comparingLong(
                        (FrontRow row) -> -FigureKey.of(row.row().values().get(1))));
        assertThat(front.get(front.size() - 1).row())
                .isEqualTo(query.top(List.of(rf, params), params, false, 1).get(0));
        long nearest = FigureKey.of(
                query.nearest(List.of(rf), rf, 500, 1).get(0).values().get(0));
        assertThat(Math.abs(FigureKey.of(front.get(0).row().values().get(0)) - 500))
                .isEqualTo(Math.abs(nearest - 500));
    }

    private static List<Objective> objectives(SplittableRandom random, RandomQuestion question) {
        List<Objective> objectives = new ArrayList<>();
        for (int objective = 1 + random.nextInt(4); objective > 0; objective--) {
            objectives.add(objective(random, question));
        }
        return objectives;
    }

    private static Objective objective(SplittableRandom random, RandomQuestion question) {
        int by = random.nextInt(question.columns().size());
        Column column = question.columns().get(by);
        List<Row> matches = question.matches();
        return switch (random.nextInt(3)) {
            case 0 -> new Objective.Least(column);
            case 1 -> new Objective.Greatest(column);
            default -> new Objective.Nearest(column, Distances.target(random, matches, column, by));
        };
    }

    private static List<FrontRow> front(RandomQuestion question, List<Objective> objectives) {
        Map<List<BigDecimal>, FrontRow> points = new LinkedHashMap<>();
        for (Row match : question.matches()) {
            List<BigDecimal> losses = new ArrayList<>();
            for (Objective objective : objectives) {
                int column = question.columns().indexOf(objective.column());
                long value = FigureKey.of(match.values().get(column));
                losses.add(
                        objective instanceof Objective.Nearest near
                                ? Distances.of(near.column().metric(), value, near.target())
                                : BigDecimal.valueOf(objective instanceof Objective.Least ? value : -value));
            }
            points.merge(
                    losses,
                    new FrontRow(match, BigInteger.ONE),
                    (first, more) -> new FrontRow(first.row(), first.count().add(BigInteger.ONE)));
        }
        return points.keySet().stream()
                .filter(point -> points.keySet().stream().noneMatch(other -> dominates(other, point)))
                .sorted(ParetoTest::lexicographic)
                .map(points::get)
                .toList();
    }

    private static boolean dominates(List<BigDecimal> one, List<BigDecimal> other) {
        for (int at = 0; at < one.size(); at++) {
            if (one.get(at).compareTo(other.get(at)) > 0) {
                return false;
            }
        }
        return !one.equals(other);
    }

    private static int lexicographic(List<BigDecimal> one, List<BigDecimal> other) {
        int at = 0;
        while (at < one.size() - 1 && one.get(at).compareTo(other.get(at)) == 0) {
            at++;
        }
        return one.get(at).compareTo(other.get(at));
    }
}
