package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.RowList;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is explained is what happens. */
class PlannedWayTest {

    private static final int QUESTIONS = 300;

    /** So few states that every way is taken often. */
    private static final int[] MOST_STATES = {2, 4, 8, 16, 32, 64, 128, 1 << 16};

    /** The way that an answer went, and the way that was explained. */
    private record Ways(String kind, Way answer, Explanation explained) {}

    private final List<Ways> ways = new ArrayList<>();

    @Test
    void everyAnswerGoesTheWayThatIsExplained() {
        Map<Way, Integer> often = new EnumMap<>(Way.class);
        int few = 0;
        for (long seed = 0; seed < QUESTIONS; seed++) {
            SplittableRandom random = new SplittableRandom(7000 + seed);
            RandomQuestion question = RandomQuestion.draw(random);
            ways.clear();
            askEverything(limited(question, random), question, random);
            for (Ways asked : ways) {
                assertThat(asked.explained.way())
                        .as("seed %d: %s, %s", seed, asked.kind, asked.explained.reason())
                        .isEqualTo(asked.answer);
                often.merge(asked.answer, 1, Integer::sum);
                few += asked.answer == Way.ALGEBRA && !asked.explained.knowsStates() ? 1 : 0;
            }
        }
        assertThat(often).containsKeys(Way.values()).allSatisfy((way, count) -> assertThat(count)
                .isGreaterThan(100));
        assertThat(few)
                .as("algebra where the states of the matches are too many")
                .isGreaterThan(50);
    }

    private static Answers limited(RandomQuestion question, SplittableRandom random) {
        int draw = random.nextInt(MOST_STATES.length + 1);
        return question.query()
                .withLimit(draw == MOST_STATES.length ? AlgebraLimit.NO_ALGEBRA : AlgebraLimit.of(MOST_STATES[draw]));
    }

    private void askEverything(Answers query, RandomQuestion question, SplittableRandom random) {
        List<Column> columns = question.columns();
        Column column = columns.get(random.nextInt(columns.size()));
        Column other = columns.get(random.nextInt(columns.size()));
        int most = 1 + random.nextInt(9);
        ask("count", query, Answers::count, asked -> asked.planCounts(List.of()));
        ask("histogram", query, asked -> asked.histogram(column), asked -> asked.planCounts(List.of(column)));
        ask("sample", query, rows(List.of(), columns, asked -> asked.sample(columns, 3, 1)), asked -> asked.about(
                        List.of(), columns)
                .plan(List.of()));
        ask("choices", query, Answers::choices, asked -> asked.plan(List.of()));
        ask("bounds", query, asked -> asked.bounds(columns), asked -> asked.planBounds(columns)
                .explain());
        if (question.matches().size() > 1) { // nobody can tell which way leads to nothing
            ask("into", query, asked -> asked.into(columns, Collect.rows()), asked -> asked.planRows(columns));
            ask("stream", query, asked -> stream(asked, columns), asked -> asked.planRows(columns));
        }
        int target = random.nextInt(100);
        List<Column> by = List.of(column);
        ask("least", query, rows(by, columns, asked -> asked.top(columns, column, false, most)), asked -> asked.about(
                        by, columns)
                .planBest(new Objective.Least(column), most));
        ask("greatest", query, rows(by, columns, asked -> asked.top(columns, column, true, most)), asked -> asked.about(
                        by, columns)
                .planBest(new Objective.Greatest(column), most));
        ask(
                "nearest",
                query,
                rows(by, columns, asked -> asked.nearest(columns, column, target, most)),
                asked -> asked.about(by, columns).planBest(new Objective.Nearest(column, target), most));
        for (Objective first : List.of(new Objective.Greatest(column), new Objective.Nearest(column, target))) {
            List<Objective> both = List.of(first, new Objective.Least(other));
            List<Column> two = List.of(column, other);
            ask("front " + both, query, rows(two, columns, asked -> asked.pareto(columns, both)), asked -> asked.about(
                            two, columns)
                    .planFront(both));
        }
    }

    /** Explanations of rows of single matches are about what their columns need as well. */
    private static Consumer<Answers> rows(List<Column> by, List<Column> shown, Consumer<Answers> answer) {
        return asked -> answer.accept(asked.about(by, shown));
    }

    private void ask(String kind, Answers query, Consumer<Answers> answer, Function<Answers, Explanation> explanation) {
        Witness witness = new Witness();
        answer.accept(query.watchedBy(witness));
        Witness planning = new Witness();
        ways.add(new Ways(kind, witness.way(), explanation.apply(query.watchedBy(planning))));
        assertThat(planning.way()).as("explaining looks at no variant").isEqualTo(Way.ALGEBRA);
    }

    private static void stream(Answers query, List<Column> columns) {
        try {
            query.stream(columns, new RowList(), BigInteger.ONE, 5, chunk -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
