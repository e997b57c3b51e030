package dev.rfsweep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rfsweep.model.metric.EffectiveField;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields are a monoid: that is what lets any run of layers be folded ahead of time. */
class AxisFieldTest {

    private static final int ROUNDS = 1000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void compositionIsAssociative(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            AxisField first = field(random);
            AxisField second = field(random);
            AxisField third = field(random);
            assertThat(first.then(second).then(third))
                    .as("%s, %s, %s", first, second, third)
                    .isEqualTo(first.then(second.then(third)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theIdentityIsAUnitOnBothSides(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            AxisField field = field(random);
            assertThat(field.then(AxisField.IDENTITY)).isEqualTo(field);
            assertThat(AxisField.IDENTITY.then(field)).isEqualTo(field);
        }
    }

    @Test
    void aLayerCountsByTheStridesOfAllLayersBeforeItNotByTheLastOne() {
        AxisField halved = new Window(3, 2, 1, Padding.Auto.SAME)
                .field(1, EffectiveField.spread(new Window(3, 2, 1, Padding.Auto.SAME)));
        // 3, then 3 + 2*2, then 3 + 2*2 + 2*4
        assertThat(halved.then(halved).then(halved)).isEqualTo(new AxisField(8, 14, 7, 8 + 4 * 8 + 16 * 8));
    }

    @Test
    void aPixelInsideTheTrunkChangesNothing() {
        AxisField trunk = new AxisField(2, 6, 3, 40);
        assertThat(trunk.hull(new AxisField(2, 0, 0, 0))).isEqualTo(trunk);
    }

    @Test
    void aPixelBesideTheTrunkWidensTheHull() {
        // the trunk reads 1..3, the shortcut 0
        assertThat(new AxisField(1, 2, -1, 8).hull(AxisField.IDENTITY)).isEqualTo(new AxisField(1, 3, 0, 8));
        // the trunk reads -3..-1, the shortcut 0
        assertThat(new AxisField(1, 2, 3, 8).hull(AxisField.IDENTITY)).isEqualTo(new AxisField(1, 3, 3, 8));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsCommonToBranchesMayBeTakenOutOfTheirHull(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            AxisField before = field(random);
            AxisField one = field(random);
            AxisField drawn = field(random);
            AxisField other = new AxisField(one.stride(), drawn.extent(), drawn.pad(), drawn.spread());
            assertThat(before.then(one).hull(before.then(other))).isEqualTo(before.then(one.hull(other)));
        }
    }

    @Test
    void overflowIsAnErrorInEveryComponent() {
        AxisField wide = new AxisField(1L << 31, 0, 0, 0);
        assertOverflow(new AxisField(1L << 62, 0, 0, 0), new AxisField(2, 0, 0, 0));
        assertOverflow(wide, new AxisField(1, 1L << 32, 0, 0));
        assertOverflow(wide, new AxisField(1, 0, -(1L << 33), 0));
        assertOverflow(wide, new AxisField(1, 0, 0, 3));
    }

    @Test
    void aStrideWhoseSquareOverflowsIsFineWhereNoVarianceFollows() {
        AxisField wide = new AxisField(1L << 40, 0, 0, 8);
        assertThat(wide.then(new AxisField(2, 1, 0, 0))).isEqualTo(new AxisField(1L << 41, 1L << 40, 0, 8));
    }

    private static void assertOverflow(AxisField first, AxisField second) {
        assertThatThrownBy(() -> first.then(second)).isInstanceOf(ArithmeticException.class);
    }

    private static AxisField field(SplittableRandom random) {
        return new AxisField(
                random.nextLong(1, 9), random.nextLong(100), random.nextLong(-50, 100), random.nextLong(1000));
    }
}
