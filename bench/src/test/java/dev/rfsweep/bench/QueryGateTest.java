package dev.rfsweep.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.internal.engine.evaluate.Row;
import dev.rfsweep.internal.notation.Conditions;
import dev.rfsweep.internal.query.Answers;
import dev.rfsweep.internal.query.best.FrontRow;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers about 2e19 networks, spoilt. */
class QueryGateTest {

    private final Space ofa = Fixture.onceForAll();
    private final Column macs = ofa.schema().column("macs").orElseThrow();
    private final Column rf = ofa.schema().column("rf").orElseThrow();
    private final QueryGate gate = new QueryGate(ofa, Conditions.parse("where", "rf=224..448", ofa.schema()));
    private final Answers query = Answers.over(ofa, gate.conditions());
    private final List<Row> best = query.top(ofa.schema().columns(), macs, false, 20);
    private final List<FrontRow> front =
            query.pareto(ofa.schema().columns(), List.of(new Objective.Least(macs), new Objective.Nearest(rf, 384)));

    @Test
    void rightAnswersPass() {
        assertThatCode(() -> gate.best(best, macs)).doesNotThrowAnyException();
        assertThatCode(() -> gate.front(front, macs, rf, 384)).doesNotThrowAnyException();
    }

    @Test
    void aMissingRowIsRefused() {
        List<Row> rows = best.subList(1, best.size());
        assertThatThrownBy(() -> gate.best(rows, macs)).hasMessage("expected rows below the worst");
    }

    @Test
    void aRepeatedRowIsRefused() {
        List<Row> rows = new ArrayList<>(best);
        rows.set(3, rows.get(2));
        assertThatThrownBy(() -> gate.best(rows, macs)).hasMessage("expected ascending rows");
    }

    @Test
    void aRowOfAnotherVariantIsRefused() {
        List<Row> rows = new ArrayList<>(best);
        rows.set(0, new Row(BigInteger.TWO, best.get(0).values()));
        assertThatThrownBy(() -> gate.best(rows, macs))
                .hasMessage("params of variant 2: found 623664 instead of 783504");
    }

    @Test
    void aMissingPointOfAFrontIsRefused() {
        for (int point = 0; point < front.size(); point++) {
            List<FrontRow> points = new ArrayList<>(front);
            points.remove(point);
            assertThatThrownBy(() -> gate.front(points, macs, rf, 384)).hasMessageStartingWith("nearer ones");
        }
    }

    @Test
    void aWrongNumberOfVariantsAtAPointIsRefused() {
        List<FrontRow> points = new ArrayList<>(front);
        points.set(0, new FrontRow(front.get(0).row(), BigInteger.TWO));
        assertThatThrownBy(() -> gate.front(points, macs, rf, 384))
                .hasMessage("variants of a point: found 1 instead of 2");
    }
}
