package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matches by rank and at random, against brute force. A seed in a test's name draws that space again. */
@Tag("slow")
class SampleTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);

    static LongStream seeds() {
        return LongStream.range(2000, 2500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pagesAreSlicesOfTheMatches(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        List<Row> matches = question.matches();
        int offset = random.nextInt(matches.size() + 2);
        int limit = random.nextInt(matches.size() + 2);
        List<Row> expected = matches.stream().skip(offset).limit(limit).toList();
        BigInteger first = BigInteger.valueOf(offset);
        assertThat(question.query().page(question.columns(), first, limit)).isEqualTo(expected);
        assertThat(question.swept().page(question.columns(), first, limit)).isEqualTo(expected);
        assertThat(question.query().page(question.columns(), BigInteger.ZERO, Integer.MAX_VALUE))
                .isEqualTo(matches);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void samplesAreDifferentMatchesWhicheverWayTheyAreFound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        int most = random.nextInt(question.matches().size() + 2);
        List<Row> sample = question.query().sample(question.columns(), most, seed);
        assertThat(sample).hasSize(Math.min(most, question.matches().size()));
        assertThat(sample).isSubsetOf(question.matches());
        assertThat(sample).extracting(Row::id).isSorted().doesNotHaveDuplicates();
        assertThat(question.swept().sample(question.columns(), most, seed)).isEqualTo(sample);
    }

    @Test
    void aSeedGivesOneSampleForEver() {
        Space space = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        Answers query = Answers.over(space, List.of(new Condition(RF, new Range(200, 240))));
        List<Row> rows = query.sample(List.of(RF), 3, 42);
        assertThat(rows).extracting(row -> FigureKey.of(row.values().get(0))).allMatch(rf -> rf >= 200 && rf <= 240);
        assertThat(rows).isEqualTo(query.sample(List.of(RF), 3, 42));
        assertThat(rows).isNotEqualTo(query.sample(List.of(RF), 3, 43));
        assertThat(rows.stream().map(row -> row.id().toString()).toList())
                .containsExactly(
                        "2195032657354690047236640939", "2387529397161438496345535331", "3268800860984972199356377226");
    }

    @Test
    void everyMatchAndEveryPairAreEquallyLikely() {
        Space space = SpecParser.line("2*cn_k1,3,5_s1,2_dil1,2").space();
        Answers query = Answers.over(space, List.of(new Condition(RF, new Range(5, 7))));
        List<Row> all = query.page(List.of(), BigInteger.ZERO, 1000);
        assertThat(all).hasSizeBetween(20, 70);
        Map<Object, Long> drawn = new HashMap<>();
        Map<Object, Long> pairs = new HashMap<>();
        int rounds = 20_000;
        for (int seed = 0; seed < rounds; seed++) {
            List<Row> pair = query.sample(List.of(), 2, seed);
            pair.forEach(row -> drawn.merge(row, 1L, Long::sum));
            pairs.merge(pair, 1L, Long::sum);
        }
        int matches = all.size();
        assertThat(chiSquare(drawn, matches, 2.0 * rounds / matches)).isLessThan(limit(matches - 1));
        int allPairs = matches * (matches - 1) / 2;
        assertThat(chiSquare(pairs, allPairs, 1.0 * rounds / allPairs)).isLessThan(limit(allPairs - 1));
    }

    private static double chiSquare(Map<Object, Long> observed, int cells, double expected) {
        double sum = (cells - observed.size()) * expected;
        for (long count : observed.values()) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    /** Four standard deviations above the mean of the chi-square distribution. */
    private static double limit(int degrees) {
        return degrees + 4 * Math.sqrt(2.0 * degrees);
    }
}
