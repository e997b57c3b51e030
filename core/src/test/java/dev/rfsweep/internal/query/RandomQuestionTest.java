package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.SpaceFeatures;
import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.query.count.MatchBuilder;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The random tests of this package are worth what they draw. */
@Tag("slow")
class RandomQuestionTest {

    /** Questions that each feature must occur in. */
    private static final int OFTEN = 5;

    /** No question comes near, so that only what algebra cannot do at all is left out. */
    private static final int MOST_STATES = 1 << 16;

    static Stream<Arguments> drawn() {
        return Stream.of(
                Arguments.of("counts", AnswersTest.seeds()),
                Arguments.of("samples", SampleTest.seeds()),
                Arguments.of("top", TopTest.seeds()),
                Arguments.of("choices", ChoicesTest.seeds()),
                Arguments.of("fronts", ParetoTest.seeds()),
                Arguments.of("bounds", BoundsTest.seeds()),
                Arguments.of("rows", MatchEnumerationTest.seeds()),
                Arguments.of("ranges of ids", IdRangeTest.seeds()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawn")
    void fiveHundredQuestionsHoldWhateverCanBeWrittenAndAsked(String test, LongStream seeds) {
        Map<String, Integer> often = new TreeMap<>();
        all().forEach(feature -> often.put(feature, 0));
        int swept = 0;
        long[] questions = seeds.toArray();
        for (long seed : questions) {
            RandomQuestion question = RandomQuestion.draw(new SplittableRandom(seed));
            features(question).forEach(feature -> often.merge(feature, 1, Integer::sum));
            swept += byAlgebra(question) ? 0 : 1;
        }
        assertThat(questions).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
        assertThat(often.keySet()).isEqualTo(all());
        assertThat(often).allSatisfy((feature, count) -> assertThat(count).isGreaterThanOrEqualTo(OFTEN));
        // Otherwise the tests would compare the sweep with itself.
        assertThat(swept).isLessThan(questions.length / 20);
    }

    private static boolean byAlgebra(RandomQuestion question) {
        Question compiled = Question.of(question.space(), question.conditions(), List.of());
        return MatchBuilder.matches(compiled, MOST_STATES).isPresent();
    }

    private static Set<String> features(RandomQuestion question) {
        Set<String> features = new TreeSet<>(SpaceFeatures.of(question.space()));
        int valid = question.rows().size();
        int matches = question.matches().size();
        features.add(valid == 0 ? "none valid" : valid < variants(question) ? "some invalid" : "all valid");
        features.add(
                matches == 0 ? "no match" : matches == 1 ? "one match" : matches < valid ? "some match" : "all match");
        features.add(question.conditions().isEmpty() ? "no filter" : "filter");
        question.conditions().stream()
                .map(Condition::column)
                .flatMap(column -> filters(question, column))
                .forEach(features::add);
        question.conditions().stream().map(RandomQuestionTest::shape).forEach(features::add);
        long metrics = question.conditions().stream()
                .map(condition -> condition.column().metric())
                .distinct()
                .count();
        features.add(metrics > 1 ? "filters on several metrics" : "filters on one metric at most");
        return features;
    }

    private static int variants(RandomQuestion question) {
        return question.space().variants().intValueExact();
    }

    private static Stream<String> filters(RandomQuestion question, Column column) {
        boolean differ =
                !question.space().schema().axesAgree() && column.metric().perAxis();
        String axes = column.axis() == Column.SHARED ? "filter on all axes" : "filter on one axis";
        return Stream.concat(Stream.of("filter on " + column.metric()), differ ? Stream.of(axes) : Stream.of());
    }

    private static String shape(Condition condition) {
        List<Range> parts = condition.values().parts();
        boolean open = condition.values().contains(Long.MIN_VALUE)
                && condition.values().contains(Long.MAX_VALUE);
        return parts.size() == 1 ? "one range" : open ? "all but some values" : "a set of ranges";
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(SpaceFeatures.all());
        all.addAll(Set.of("one range", "all but some values", "a set of ranges"));
        all.addAll(Set.of("none valid", "some invalid", "all valid"));
        all.addAll(Set.of("no match", "one match", "some match", "all match"));
        all.addAll(Set.of("no filter", "filter", "filters on several metrics", "filters on one metric at most"));
        all.addAll(Set.of("filter on one axis", "filter on all axes"));
        Metric.all().forEach(metric -> all.add("filter on " + metric));
        return all;
    }
}
