package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.query.best.BestFirstSearch;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The best matches, against sorting all of them. A seed in a test's name draws that space again. */
@Tag("slow")
class TopTest {

    static LongStream seeds() {
        return LongStream.range(3000, 3500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBestAreThoseOfSortingAllMatches(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        int by = random.nextInt(question.columns().size());
        Column column = question.columns().get(by);
        boolean descending = random.nextBoolean();
        int most = random.nextInt(question.matches().size() + 2);
        Comparator<Row> order =
                Comparator.comparingLong(row -> FigureKey.of(row.values().get(by)));
        List<Row> expected = best(question, descending ? order.reversed() : order, most);
        assertThat(question.query().top(question.columns(), column, descending, most))
                .isEqualTo(expected);
        assertThat(question.swept().top(question.columns(), column, descending, most))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNearestAreThoseOfSortingAllMatchesByDistance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        int by = random.nextInt(question.columns().size());
        Column column = question.columns().get(by);
        List<Row> matches = question.matches();
        BigDecimal target = Distances.target(random, matches, column, by);
        int most = random.nextInt(matches.size() + 2);
        List<Row> expected = best(
                question,
                Comparator.comparing(row ->
                        Distances.of(column.metric(), FigureKey.of(row.values().get(by)), target)),
                most);
        assertThat(question.query().nearest(question.columns(), column, target, most))
                .isEqualTo(expected);
        assertThat(question.swept().nearest(question.columns(), column, target, most))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void searchingFindsTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        int by = random.nextInt(question.columns().size());
        Column column = question.columns().get(by);
        BigDecimal target = Distances.target(random, question.rows(), column, by);
        Objective objective =
                switch (random.nextInt(3)) {
                    case 0 -> new Objective.Least(column);
                    case 1 -> new Objective.Greatest(column);
                    default -> new Objective.Nearest(column, target);
                };
        int most = random.nextInt(question.matches().size() + 2);
        Comparator<Row> order = Comparator.comparingLong(
                row -> objective.loss(FigureKey.of(row.values().get(by))));
        Question asked = Question.of(question.space(), question.conditions(), List.of(column));
        assertThat(BestFirstSearch.of(asked, objective, asked.columnSlot(0), most, 1 << 20))
                .contains(best(question, order, most).stream().map(Row::id).toList());
    }

    @Test
    void searchingAnswersWhereStatesAreTooMany() {
        Column rf = new Column(Metric.RF, Column.SHARED);
        Column params = new Column(Metric.PARAMS, Column.SHARED);
        Column macs = new Column(Metric.MACS, Column.SHARED);
        List<Condition> conditions = List.of(
                new Condition(rf, new Range(224, 448)), new Condition(params, new Range(Long.MIN_VALUE, 1_200_000)));
        List<Row> top =
                Answers.over(AnswersTest.onceForAll(), conditions).top(List.of(macs, rf, params), macs, false, 20);
        assertThat(top)
                .hasSize(20)
                .isSortedAccordingTo(Comparator.<Row>comparingLong(
                                row -> FigureKey.of(row.values().get(0)))
                        .thenComparing(Row::id));
        assertThat(top)
                .allMatch(row -> FigureKey.of(row.values().get(1)) >= 224
                        && FigureKey.of(row.values().get(1)) <= 448
                        && FigureKey.of(row.values().get(2)) <= 1_200_000);
    }

    @Test
    void theBestOf2e19NetworksComeAtOnce() {
        Column rf = new Column(Metric.RF, Column.SHARED);
        Column params = new Column(Metric.PARAMS, Column.SHARED);
        Answers query = Answers.over(AnswersTest.onceForAll(), List.of(new Condition(rf, new Range(300, 448))));
        List<Row> top = query.top(List.of(params, rf), params, true, 1000);
        assertThat(top)
                .hasSize(1000)
                .isSortedAccordingTo(Comparator.<Row>comparingLong(
                                row -> -FigureKey.of(row.values().get(0)))
                        .thenComparing(Row::id));
        assertThat(top)
                .extracting(row -> FigureKey.of(row.values().get(1)))
                .allMatch(value -> value >= 300 && value <= 448);
        assertThat(top).isSubsetOf(query.top(List.of(params, rf), params, true, 1500));
        assertThat(query.nearest(List.of(rf), rf, 372, 3))
                .extracting(row -> FigureKey.of(row.values().get(0)))
                .allMatch(value -> Math.abs(value - 372) <= 4);
    }

    /** Matches are in ascending order of id and sorting is stable. */
    private static List<Row> best(RandomQuestion question, Comparator<Row> order, int most) {
        return question.matches().stream().sorted(order).limit(most).toList();
    }
}
