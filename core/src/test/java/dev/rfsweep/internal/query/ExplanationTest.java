package dev.rfsweep.internal.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.internal.engine.sink.Collect;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Explanation.Layer;
import dev.rfsweep.internal.query.Explanation.Way;
import dev.rfsweep.internal.space.Space;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Condition;
import dev.rfsweep.model.metric.Metric;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which way is chosen, and what is told of it. */
class ExplanationTest {

    private static final Column RF = new Column(Metric.RF, Column.SHARED);
    private static final Column STRIDE = new Column(Metric.STRIDE, Column.SHARED);
    private static final Column PARAMS = new Column(Metric.PARAMS, Column.SHARED);
    private static final List<Condition> STRIDE_4 = List.of(new Condition(STRIDE, new Range(4, 4)));

    private final Space grid = SpecParser.line("4*cn_k3,5,7_s1,2_dil1,2").space();

    @Test
    void answersAreAlgebraAndRowsAreGuided() {
        Answers query = Answers.over(grid, STRIDE_4);
        Explanation answer = query.plan(List.of(RF));
        assertThat(answer.way()).isEqualTo(Way.ALGEBRA);
        assertThat(answer.matches()).isEqualTo(query.count());
        assertThat(answer.rowSeconds()).isZero();
        Explanation rows = query.planRows(List.of(RF));
        assertThat(rows.way()).isEqualTo(Way.GUIDED);
        assertThat(rows.matches()).isEqualTo(query.count());
        assertThat(rows.rowSeconds()).isPositive();
    }

    /** Strides of 8 are reached from the fourth layer on, and those of 1 are too late for 4 behind the second. */
    @Test
    void layersTellStatesBeforeAndAfterTheConditions() {
        Explanation plan = Answers.over(grid, STRIDE_4).plan(List.of());
        assertThat(plan.layers())
                .containsExactly(
                        new Layer("1.1", 1, 1, 1),
                        new Layer("1.2", 2, 2, 2),
                        new Layer("1.3", 3, 3, 3),
                        new Layer("1.4", 4, 2, 2));
        assertThat(plan.states()).isEqualTo(9);
    }

    @Test
    void sumsThatConditionsLookAtMultiplyStates() {
        Condition narrow = new Condition(RF, new Range(20, 21));
        Explanation plan = Answers.over(grid, List.of(narrow)).plan(List.of());
        assertThat(plan.layers())
                .allMatch(layer -> layer.matched() <= layer.states() && layer.matched() <= layer.sums());
        assertThat(plan.layers()).anyMatch(layer -> layer.matched() < layer.states());
        assertThat(plan.layers()).anyMatch(layer -> layer.matched() < layer.sums());
    }

    @Test
    void copiesWhoseNumberDependsAreCountedFromTheEnd() {
        Space space = SpecParser.line("cn_k3 dw_r1,3_k3,5_each mp_k2|id").space();
        assertThat(Answers.over(space, List.of()).plan(List.of()).layers())
                .extracting(Layer::stage)
                .containsExactly("2", "2.last-2", "2.last-1", "2.last", "3");
    }

    @Test
    void whereAllMatchAndWhereAllAreWantedVariantsAreSwept() {
        Explanation all = Answers.over(grid, List.of()).planRows(List.of(RF));
        assertThat(all.way()).isEqualTo(Way.SWEEP);
        assertThat(all.reason()).isEqualTo("every variant matches");
        assertThat(all.matches()).isEqualTo(grid.variants());
        Explanation exhaustive = Answers.over(grid, STRIDE_4).withoutAlgebra().plan(List.of(RF));
        assertThat(exhaustive.way()).isEqualTo(Way.SWEEP);
        assertThat(exhaustive.reason()).isEqualTo("every variant is to be evaluated");
        assertThat(exhaustive.matches()).isNull();
        assertThat(exhaustive.sweep().ids()).isEqualTo(grid.variants());
    }

    /** 3 million variants are swept in the time that some ten thousand states take. */
    @Test
    void moreStatesThanASweepIsWorthAreGivenUp() {
        Space wide = SpecParser.line("6*cn_k1,3,5_c17,101,1009,10007").space();
        List<Condition> conditions = List.of(new Condition(PARAMS, new Range(10_000_000, 100_000_000)));
        Answers query = Answers.over(wide, conditions);
        Explanation plan = query.planRows(List.of(PARAMS));
        assertThat(plan.way()).isEqualTo(Way.SWEEP);
        assertThat(plan.reason()).isEqualTo("there are more than 32768 states");
        BigInteger swept = Sweep.over(wide).where(conditions).exhaustive(true).count();
        assertThat(query.count()).isEqualTo(swept).isPositive();
        BigInteger first = BigInteger.valueOf(300_000);
        Sweep some = Sweep.over(wide).where(conditions).ids(BigInteger.ZERO, first);
        assertThat(query.sweeping(some).into(List.of(PARAMS), Collect.rows()))
                .isEqualTo(some.columns(List.of(PARAMS)).into(Collect.rows()))
                .isNotEmpty();
    }
}
