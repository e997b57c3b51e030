package dev.rfsweep.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.sink.Extremes;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.space.Space;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final String FILE = "{input: {size: 20}, stages: ['3*cn_k3,5,7_s1,2_c4,8_padvalid', bb_c8]}";

    private final Space space = SpecParser.line("6*cn_k3,5,7_s1,2_dil1,2").space();
    private final Sweep all = Sweep.over(space).threads(2);

    @Test
    void everyIdOfTheRangeIsLookedAt() {
        assertThat(all.plan().ids()).isEqualTo(2_985_984);
        Plan part = all.ids(BigInteger.ONE, BigInteger.TEN).plan();
        assertThat(part.ids()).isEqualTo(9);
        assertThat(part.threads()).isEqualTo(2);
        assertThat(part.seconds()).isPositive();
    }

    @Test
    void tablesCoverTheSpace() {
        Plan plan = all.exhaustive(true).columns(space.schema().columns()).plan();
        assertThat(plan.nodes()).isEqualTo(28);
        assertThat(plan.edges()).isEqualTo(252);
        assertThat(plan.tables()).isEqualTo(4);
        assertThat(plan.rows()).isEqualTo(4 * 12 * 12 * 12);
    }

    @Test
    void boundsAreThoseOfAFullSweep() {
        Space some = SpecParser.line("cn_k1").space();
        assertBounds(some);
        assertBounds(space);
        assertBounds(SpecParser.text("space", FILE, false).space());
    }

    @Test
    void hugeSpacesHaveAPlan() {
        Space huge = SpecParser.line("20*cn_k1,3,5,7_s1,2_dil1,2,4").space();
        Plan plan = Sweep.over(huge).exhaustive(true).plan();
        assertThat(plan.ids()).isEqualTo(huge.variants());
        assertThat(plan.seconds()).isGreaterThan(1e15);
    }

    private static void assertBounds(Space space) {
        int columns = space.schema().columns().size();
        Sweep sweep = Sweep.over(space).columns(space.schema().columns());
        Extremes.Result swept = sweep.into(Extremes.of(space.schema().columns()));
        Plan plan = sweep.plan();
        assertThat(plan.least()).hasSize(columns).isEqualTo(swept.least());
        assertThat(plan.most()).hasSize(columns).isEqualTo(swept.most());
    }
}
