package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.Outcome;
import dev.rfsweep.internal.engine.RowList;
import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers without states, asked of spaces that are small enough for brute force. */
class WideSumsTest {

    /** One state is hardly ever enough, so that the way over wide sums is taken wherever it exists. */
    private static final AlgebraLimit WIDE = new AlgebraLimit(true, 1, 0);

    static LongStream seeds() {
        return LongStream.range(20_000, 20_200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAreThoseOfBruteForce(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQuestion question = RandomQuestion.draw(random);
        Answers wide = question.query().withLimit(WIDE);
        Answers swept = question.swept();
        List<Column> columns = question.columns();
        Column by = columns.get(random.nextInt(columns.size()));
        Column other = columns.get(random.nextInt(columns.size()));
        assertThat(wide.count()).isEqualTo(question.matches().size());
        assertThat(wide.histogram(by)).isEqualTo(swept.histogram(by));
        int most = 1 + random.nextInt(20);
        boolean descending = random.nextBoolean();
        assertThat(wide.top(columns, by, descending, most)).isEqualTo(swept.top(columns, by, descending, most));
        long target = random.nextInt(400);
        assertThat(wide.nearest(columns, by, target, most)).isEqualTo(swept.nearest(columns, by, target, most));
        List<Objective> objectives = List.of(new Objective.Least(by), new Objective.Greatest(other));
        List<FrontRow> front = List.copyOf(wide.pareto(columns, objectives));
        assertThat(front).isEqualTo(List.copyOf(swept.pareto(columns, objectives)));
        sampleIsOfMatches(question, wide, most, seed);
        rowsComeInOrder(question, wide, random);
    }

    private static void sampleIsOfMatches(RandomQuestion question, Answers wide, int most, long seed) {
        List<Row> sample = List.copyOf(wide.sample(question.columns(), most, seed));
        assertThat(sample).hasSize(Math.min(most, question.matches().size())).doesNotHaveDuplicates();
        assertThat(question.matches()).containsAll(sample);
        assertThat(wide.sample(question.columns(), most, seed)).isEqualTo(sample);
    }

    private static void rowsComeInOrder(RandomQuestion question, Answers wide, SplittableRandom random)
            throws IOException {
        int offset = random.nextInt(30);
        int limit = random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(200);
        List<Row> rows = new ArrayList<>();
        Outcome outcome =
                wide.stream(question.columns(), new RowList(), BigInteger.valueOf(offset), limit, rows::addAll);
        assertThat(rows)
                .isEqualTo(question.matches().stream().skip(offset).limit(limit).toList());
        assertThat(outcome.rows()).isEqualTo(rows.size());
        assertThat(outcome.complete()).isTrue();
    }

    /** Three conditions, 30 matches of some hundred variants, and many draws: chi-square with 29 degrees of freedom. */
    @Test
    void everyMatchIsDrawnEquallyOften() {
        SplittableRandom random = new SplittableRandom(7);
        RandomQuestion question = RandomQuestion.draw(random);
        while (question.matches().size() < 20
                || question.matches().size() > 60
                || question.conditions().size() < 3) {
            question = RandomQuestion.draw(random);
        }
        Answers wide = question.query().withLimit(WIDE);
        Map<BigInteger, Integer> often = new HashMap<>();
        int draws = 200 * question.matches().size();
        for (int seed = 0; seed < draws; seed++) {
            often.merge(wide.sample(List.of(), 1, seed).get(0).id(), 1, Integer::sum);
        }
        double square = 0;
        for (Row match : question.matches()) {
            double off = often.getOrDefault(match.id(), 0) - 200;
            square += off * off / 200;
        }
        int freedom = question.matches().size() - 1;
        // Four standard deviations of the distribution above its mean.
        assertThat(square).isLessThan(freedom + 4 * Math.sqrt(2.0 * freedom));
    }
}
