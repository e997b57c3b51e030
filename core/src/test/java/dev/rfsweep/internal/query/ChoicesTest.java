package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Decision;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Marginals against counting what every match decides. A seed in a test's name draws that space again. */
@Tag("slow")
class ChoicesTest {

    static LongStream seeds() {
        return LongStream.range(4000, 4500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void marginalsAreTheCountsOverAllMatches(long seed) {
        RandomQuestion question = RandomQuestion.draw(new SplittableRandom(seed));
        List<List<Decision>> written = WrittenDecisions.of(question.space());
        assertThat(written).hasSize(question.space().variants().intValueExact());
        Map<Decision, BigInteger> expected = new HashMap<>();
        written.forEach(variant -> variant.forEach(decision -> expected.put(decision, BigInteger.ZERO)));
        for (Row match : question.matches()) {
            written.get(match.id().intValueExact())
                    .forEach(decision -> expected.merge(decision, BigInteger.ONE, BigInteger::add));
        }
        assertThat(counts(question.query())).isEqualTo(expected);
        assertThat(question.query().choices()).hasSameSizeAs(expected.keySet());
        assertThat(question.swept().choices()).isEqualTo(question.query().choices());
    }

    @Test
    void placesAreStagesCopiesAlternativesAndParts() {
        Space space = SpecParser.text("test", """
                        stages:
                          - cn_k3,5
                          - 1,3*cn_k3,5
                          - any: [[cn_k3, "cn_k1,3"], [mp_k2]]
                          - ir_k3_r2..3_s1,2_e3,6
                          - ir_k3_r2_s1,2_e3,6_each
                        """, false).space();
        assertThat(Answers.over(space, List.of()).choices())
                .extracting(row -> row.decision().stage() + " " + row.decision().key() + " "
                        + row.decision().value() + " of "
                        + share(row.count(), space.variants()))
                .containsExactly(
                        "1 k 3 of 0.5",
                        "1 k 5 of 0.5",
                        "2 copies 1 of 0.2",
                        "2 copies 3 of 0.8",
                        "2.1 k 3 of 0.5",
                        "2.1 k 5 of 0.5",
                        "2.2 k 3 of 0.4",
                        "2.2 k 5 of 0.4",
                        "2.3 k 3 of 0.4",
                        "2.3 k 5 of 0.4",
                        "3 alternative 1 of 0.6666666666666666",
                        "3 alternative 2 of 0.3333333333333333",
                        "3|1/2 k 1 of 0.3333333333333333",
                        "3|1/2 k 3 of 0.3333333333333333",
                        "4 r 2 of 0.5",
                        "4 r 3 of 0.5",
                        "4 s 1 of 0.5",
                        "4 s 2 of 0.5",
                        "4 e 3 of 0.5",
                        "4 e 6 of 0.5",
                        "5.1 s 1 of 0.5",
                        "5.1 s 2 of 0.5",
                        "5.1 e 3 of 0.5",
                        "5.1 e 6 of 0.5",
                        "5.2 e 3 of 0.5",
                        "5.2 e 6 of 0.5");
    }

    @Test
    void marginalsOf2e19NetworksAddUp() {
        Condition rf = new Condition(new Column(Metric.RF, Column.SHARED), new Range(224, 448));
        Answers query = Answers.over(AnswersTest.onceForAll(), List.of(rf));
        Map<String, BigInteger> sums = query.choices().stream()
                .filter(row -> !row.decision().stage().contains(".")
                        || row.decision().stage().endsWith(".1"))
                .collect(Collectors.toMap(
                        row -> row.decision().stage() + row.decision().key(), ChoiceCount::count, BigInteger::add));
        assertThat(sums).hasSize(5 + 5 * 2);
        assertThat(sums.values()).containsOnly(query.count());
    }

    private static Map<Decision, BigInteger> counts(Answers query) {
        return query.choices().stream().collect(Collectors.toMap(ChoiceCount::decision, ChoiceCount::count));
    }

    private static double share(BigInteger count, BigInteger all) {
        return count.doubleValue() / all.doubleValue();
    }
}
