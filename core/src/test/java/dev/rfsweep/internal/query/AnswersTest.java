package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.count.FilterKeys;
import dev.rfsweep.internal.query.count.LineTally;
import dev.rfsweep.internal.query.count.StateTally;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Algebra against the exhaustive sweep. A seed in a test's name draws that space again. */
@Tag("slow")
class AnswersTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);

    /** What lines of a few million cells are worth. */
    private static final long LINE_STATES = 1 << 13;

    static LongStream seeds() {
        return LongStream.range(1000, 1500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAndHistogramsAgreeWithTheExhaustiveSweep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        for (int round = 0; round < 5; round++) {
            int group = random.nextInt(question.columns().size());
            Column by = question.columns().get(group);
            SortedMap<Figure, BigInteger> expected = histogram(question.matches(), group);
            for (Answers query : List.of(question.query(), question.swept())) {
                assertThat(query.count()).isEqualTo(question.matches().size());
                assertThat(query.histogram(by)).isEqualTo(expected);
            }
            question = question.again(random);
        }
    }

    /** Both ways to count, each with nothing but itself. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAndStatesCountTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        int group = random.nextInt(question.columns().size());
        Question asked = asked(question, group);
        SortedMap<Long, BigInteger> expected = keys(histogram(question.matches(), group));
        // Only what needs more bits than a key has is left to the sweep.
        assertThat(StateTally.hashed(asked, asked.columnSlot(0), 1 << 22))
                .isEqualTo(FilterKeys.of(asked, asked.columnSlot(0)).map(keys -> expected));
        LineTally.always(asked, asked.columnSlot(0), LINE_STATES)
                .ifPresent(lines -> assertThat(lines).isEqualTo(expected));
        if (!question.conditions().isEmpty()) {
            LineTally.always(asked, -1, LINE_STATES)
                    .ifPresent(total -> assertThat(total.getOrDefault(0L, BigInteger.ZERO))
                            .isEqualTo(question.matches().size()));
        }
    }

    /** What the test above is worth: how many of its questions each way answers at all. */
    @Test
    void randomQuestionsAreAnsweredByStatesAndLieOnLines() {
        int states = 0;
        int lines = 0;
        int totals = 0;
        for (long seed : seeds().toArray()) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomQuestion question = RandomQuestion.draw(random);
            Question asked = asked(question, random.nextInt(question.columns().size()));
            states += FilterKeys.of(asked, asked.columnSlot(0)).isPresent() ? 1 : 0;
            lines += LineTally.always(asked, asked.columnSlot(0), LINE_STATES).isPresent() ? 1 : 0;
            boolean total = !question.conditions().isEmpty()
                    && LineTally.always(asked, -1, LINE_STATES).isPresent();
            totals += total ? 1 : 0;
        }
        assertThat(states).isGreaterThan(475);
        assertThat(lines).isGreaterThan(300);
        assertThat(totals).isGreaterThan(250);
    }

    private static Question asked(RandomQuestion question, int group) {
        List<Column> columns = List.of(question.columns().get(group));
        return Question.of(question.space(), question.conditions(), columns);
    }

    /** Two sums that have millions of values together. The expected count is that of a dictionary of pairs, in Python. */
    @Test
    void countsUnderParamsAndFieldsOf2e19Networks() {
        Space space = onceForAll();
        assertThat(count(space, "params=900000..904000", "rf=291..303")).isEqualTo(4_185_973);
    }

    @Test
    void countsAmong4e27Variants() {
        assertThat(count(SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space(), "rf=200..240", "stride=16"))
                .isEqualTo("173297250079136711902535");
    }

    @Test
    void theOnceForAllSpaceHas351FieldsFrom251To1651() {
        Space space = onceForAll();
        assertThat(Answers.over(space, List.of()).count()).isEqualTo("21758655492572485851");
        assertThat(Answers.over(space, List.of(new Condition(RF, new Range(224, 448))))
                        .count())
                .isEqualTo("10958791421655");
        SortedMap<Figure, BigInteger> fields = Answers.over(space, List.of()).histogram(RF);
        assertThat(fields).hasSize(351);
        assertThat(fields.firstKey().longValue()).isEqualTo(251);
        assertThat(fields.lastKey().longValue()).isEqualTo(1651);
    }

    /** The search space of Once-for-all over MobileNetV3, 2.18e19 networks. */
    static Space onceForAll() {
        StringBuilder stages = new StringBuilder("cn_k3_s2_c16 ds_k3_c16");
        for (String stage : List.of("s2_c24", "s2_c40", "s2_c80", "s1_c112", "s2_c160")) {
            stages.append(" ir_r2..4_k3,5,7_e3,4,6_each_").append(stage);
        }
        return SpecParser.line(stages.append(" cn_k1_c960").toString()).space();
    }

    private static BigInteger count(Space space, String... where) {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : where) {
            conditions.addAll(Conditions.parse("test", condition, space.schema()));
        }
        return Answers.over(space, conditions).count();
    }

    private static SortedMap<Figure, BigInteger> histogram(List<Row> rows, int column) {
        SortedMap<Figure, BigInteger> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.values().get(column), BigInteger.ONE, BigInteger::add));
        return counts;
    }

    private static SortedMap<Long, BigInteger> keys(SortedMap<Figure, BigInteger> counts) {
        SortedMap<Long, BigInteger> keys = new TreeMap<>();
        counts.forEach((value, count) -> keys.put(FigureKey.of(value), count));
        return keys;
    }
}
