package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is compiled twice for one answer. */
class CompiledOnceTest {

    private final Space space = AnswersTest.onceForAll();
    private final List<Column> all = space.schema().columns();
    private final Column params = space.schema().column("params").orElseThrow();
    private final Column rf = space.schema().column("rf").orElseThrow();
    private final Witness witness = new Witness();
    private final Answers query = Answers.over(space, Conditions.parse("test", "rf=300..600", space.schema()))
            .watchedBy(witness);

    @Test
    void aSampleTakesOneTrellisAndOneOfMatches() {
        assertThat(query.sample(all, 5, 1)).hasSize(5);
        assertCompiled(1);
    }

    @Test
    void aPageTakesOneTrellisAndOneOfMatches() {
        assertThat(query.page(all, BigInteger.TEN, 5)).hasSize(5);
        assertCompiled(1);
    }

    @Test
    void theTopTakeOneTrellisAndOneOfMatches() {
        assertThat(query.top(all, params, false, 5)).hasSize(5);
        assertCompiled(1);
    }

    /** The nearest from above and those from below are found among the same matches. */
    @Test
    void theNearestTakeOneTrellisAndOneOfMatches() {
        assertThat(query.nearest(all, rf, 448, 5)).hasSize(5);
        assertCompiled(1);
    }

    @Test
    void theFrontTakesOneTrellisAndOneOfMatches() {
        assertThat(query.pareto(all, List.of(new Objective.Least(params), new Objective.Greatest(rf))))
                .isNotEmpty();
        assertCompiled(1);
    }

    @Test
    void rowsThatArePlannedAndReadTakeOneTrellisAndOneOfMatches() {
        Rows rows = query.rows(List.of(rf));
        assertThat(rows.explanation().matches()).isEqualTo(rows.count().orElseThrow());
        assertThat(rows.source().read(Optional.empty()).next().count()).isPositive();
        assertCompiled(1);
    }

    /** What is compiled once serves a count, an explanation of it, and the number of invalid variants. */
    @Test
    void allThatIsAskedOfACompiledQuestionTakesOneTrellis() {
        Answers compiled = query.about(List.of(rf), List.of());
        assertThat(compiled.count()).isPositive();
        assertThat(compiled.histogram(rf)).isNotEmpty();
        assertThat(compiled.invalid()).isZero();
        assertCompiled(0);
        assertThat(compiled.planCounts(List.of(rf)).matches()).isPositive();
        assertCompiled(1);
    }

    private void assertCompiled(int selections) {
        assertThat(witness.trellises()).as("trellises").isEqualTo(1);
        assertThat(witness.selections()).as("trellises of matches").isEqualTo(selections);
    }
}
