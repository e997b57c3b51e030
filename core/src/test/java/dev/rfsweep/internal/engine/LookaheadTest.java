package dev.rfsweep.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Figure;
import dev.rfsweep.model.metric.FigureKey;
import dev.rfsweep.model.metric.Metric;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Input pixels behind its own that a unit sees, where padding beyond the reach of a window takes some back. */
class LookaheadTest {

    private static final Column LOOKAHEAD = new Column(Metric.LOOKAHEAD, Column.SHARED);

    /** Behind its own pixel the first layer sees -1, 0 or 1 pixels, the second -2, 0 or 2, the last 2 or 4. */
    private static final Space SPACE = SpecParser.line("cn_k3,4,5_pad3 cn_k1_s2 cn_k1,2_dil2_pad2 cn_k2,3_padvalid")
            .space();

    @Test
    void whatIsTakenBackIsTakenBackByLaterLayersToo() {
        List<Row> rows = Sweep.over(SPACE).columns(List.of(LOOKAHEAD)).into(Collect.rows());
        // first -1, 0, 1; then times 2: -2, 0; then times 2: 1, 2
        assertThat(rows)
                .extracting(row -> FigureKey.of(row.values().get(0)))
                .containsExactly(0L, 0L, 1L, 3L, 0L, 0L, 2L, 4L, 0L, 1L, 3L, 5L);
    }

    @Test
    void whatIsAtLeastZeroIsOneValue() {
        Answers query = Answers.over(SPACE, List.of());
        assertThat(query.histogram(LOOKAHEAD)).containsEntry(new Figure(Metric.LOOKAHEAD, 0), BigInteger.valueOf(5));
        assertThat(query.top(List.of(), LOOKAHEAD, false, 5).stream().map(Row::id))
                .containsExactly(id(0), id(1), id(4), id(5), id(8));
        assertThat(query.pareto(List.of(), List.of(new Objective.Least(LOOKAHEAD)))
                        .get(0)
                        .count())
                .isEqualTo(5);
        assertThat(Answers.over(SPACE, List.of(new Condition(LOOKAHEAD, new Range(Long.MIN_VALUE, 0))))
                        .count())
                .isEqualTo(5);
    }

    private static BigInteger id(long id) {
        return BigInteger.valueOf(id);
    }
}
