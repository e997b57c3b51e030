package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.RowList;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.model.Column;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is explained is what happens. */
class PlannedWayTest {

    private static final int QUESTIONS = 300;

    /** So few states that every way is taken often. */
    private static final int[] MOST_STATES = {2, 4, 8, 16, 32, 64, 128, 1 << 16};

    /** An answer's way, and the way that was explained. */
    private record Ways(String kind, Way answer, Explanation explained) {}

    @Test
    void everyAnswerGoesTheWayThatIsExplained() throws IOException {
        Map<Way, Integer> often = new EnumMap<>(Way.class);
        int few = 0;
        for (long seed = 0; seed < QUESTIONS; seed++) {
            SplittableRandom random = new SplittableRandom(7000 + seed);
            RandomQuestion question = RandomQuestion.draw(random);
            Answers query = limited(question, random);
            for (Ways ways : ways(query, question, random)) {
                assertThat(ways.explained.way())
                        .as("seed %d: %s, %s", seed, ways.kind, ways.explained.reason())
                        .isEqualTo(ways.answer);
                often.merge(ways.answer, 1, Integer::sum);
                few += ways.answer == Way.ALGEBRA && !ways.explained.knowsStates() ? 1 : 0;
            }
        }
        assertThat(often).containsKeys(Way.values()).allSatisfy((way, count) -> assertThat(count)
                .isGreaterThan(100));
        assertThat(few)
                .as("algebra where the states of the matches are too many")
                .isGreaterThan(50);
    }

    private static Answers limited(RandomQuestion question, SplittableRandom random) {
        Scope scope = question.query().answers().scope();
        int draw = random.nextInt(MOST_STATES.length + 1);
        OptionalLong most = draw == MOST_STATES.length ? OptionalLong.empty() : OptionalLong.of(MOST_STATES[draw]);
        return new Answers(scope.with(most));
    }

    private static List<Ways> ways(Answers query, RandomQuestion question, SplittableRandom random) throws IOException {
        Solver answers = query.answers();
        List<Column> columns = question.columns();
        Column column = columns.get(random.nextInt(columns.size()));
        Column other = columns.get(random.nextInt(columns.size()));
        int most = 1 + random.nextInt(9);
        List<Ways> ways = new ArrayList<>();
        ways.add(new Ways("count", answers.count().way(), query.planCounts(List.of())));
        ways.add(new Ways("histogram", answers.histogram(column).way(), query.planCounts(List.of(column))));
        ways.add(new Ways("sample", answers.picked(count -> new TreeSet<>()).way(), query.plan(List.of())));
        ways.add(new Ways("choices", answers.choices().way(), query.plan(List.of())));
        ways.add(new Ways("bounds", answers.bounds(columns).way(), query.planBounds(columns)));
        ways.add(new Ways("into", answers.into(columns, Collect.rows()).way(), query.planRows(columns)));
        ways.add(new Ways(
                "stream",
                answers.stream(columns, new RowList(), BigInteger.ONE, 5, chunk -> {})
                        .way(),
                query.planRows(columns)));
        for (Objective by : List.of(
                new Objective.Least(column),
                new Objective.Greatest(column),
                new Objective.Nearest(column, random.nextInt(100)))) {
            ways.add(new Ways("best " + by, answers.best(by, most).way(), query.planBest(by, most)));
            List<Objective> both = List.of(by, new Objective.Least(other));
            ways.add(new Ways("front " + both, answers.front(both).way(), query.planFront(both)));
        }
        return ways;
    }
}
