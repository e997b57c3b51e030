package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question about a range of ids, by algebra against the exhaustive sweep of that range. */
@Tag("slow")
class IdRangeTest {

    static LongStream seeds() {
        return LongStream.range(8000, 8500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAboutARangeAreThoseOfTheSweep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        BigInteger[] ids = MatchEnumerationTest.range(random, question.space());
        Sweep sweep = Sweep.over(question.space())
                .where(question.conditions())
                .ids(ids[0], ids[1])
                .exhaustive(true);
        Answers algebra = question.query().sweeping(sweep);
        Answers swept = question.swept().sweeping(sweep);
        List<Column> columns = question.columns();
        Column by = columns.get(random.nextInt(columns.size()));
        assertThat(algebra.count()).isEqualTo(swept.count());
        assertThat(algebra.histogram(by)).isEqualTo(swept.histogram(by));
        assertThat(algebra.bounds(columns)).isEqualTo(swept.bounds(columns));
        assertThat(algebra.choices()).isEqualTo(swept.choices());
        assertThat(algebra.sample(columns, 5, seed)).isEqualTo(swept.sample(columns, 5, seed));
        assertThat(algebra.top(columns, by, true, 5)).isEqualTo(swept.top(columns, by, true, 5));
        BigDecimal target = BigDecimal.valueOf(20);
        assertThat(algebra.nearest(columns, by, target, 5)).isEqualTo(swept.nearest(columns, by, target, 5));
        List<Objective> objectives = List.of(new Objective.Greatest(by), new Objective.Least(columns.get(0)));
        assertThat(algebra.pareto(columns, objectives)).isEqualTo(swept.pareto(columns, objectives));
    }
}
