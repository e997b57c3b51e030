package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.query.best.Objective;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Condition;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is compiled twice for one answer. */
class CompilerTest {

    private static final class Counting extends Compiler {
        private int trellises;
        private int matches;

        @Override
        Question question(Space space, List<Condition> conditions, List<Column> columns, Cancellation cancellation) {
            trellises++;
            return super.question(space, conditions, columns, cancellation);
        }

        @Override
        Optional<Selection> matches(Question question, long mostStates) {
            matches++;
            return super.matches(question, mostStates);
        }
    }

    private final Space space = AnswersTest.onceForAll();
    private final List<Column> all = space.schema().columns();
    private final Column params = space.schema().column("params").orElseThrow();
    private final Column rf = space.schema().column("rf").orElseThrow();
    private final Counting counting = new Counting();
    private final Answers query =
            Answers.over(space, Conditions.parse("test", "rf=300..600", space.schema()), counting);

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

    /** The nearest from above and those from below are matches of different conditions. */
    @Test
    void theNearestTakeOneTrellisAndTwoOfMatches() {
        assertThat(query.nearest(all, rf, 448, 5)).hasSize(5);
        assertCompiled(2);
    }

    @Test
    void theFrontTakesOneTrellisAndOneOfMatches() {
        assertThat(query.pareto(all, List.of(new Objective.Least(params), new Objective.Greatest(rf))))
                .isNotEmpty();
        assertCompiled(1);
    }

    private void assertCompiled(int matches) {
        assertThat(counting.trellises).as("trellises").isEqualTo(1);
        assertThat(counting.matches).as("trellises of matches").isEqualTo(matches);
    }
}
