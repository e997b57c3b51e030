package dev.rfsweep.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Radii of effective fields against their roots with many digits. Only whole radii are rational, and these are exact. */
class EffectiveFieldTest {

    private static final MathContext DIGITS = new MathContext(90);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void distancesAreInExactOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            long bound = 1L << random.nextInt(2, 48);
            BigDecimal target = BigDecimal.valueOf(
                    random.nextLong(BigInteger.valueOf(bound).sqrt().longValue() * 10 + 1), random.nextInt(5));
            LongUnaryOperator distance = Metric.ERF.distance(target);
            long one = key(random, bound, target);
            long other = key(random, bound, target);
            assertThat(Integer.signum(Long.compare(distance.applyAsLong(one), distance.applyAsLong(other))))
                    .as("%d and %d from %s", one, other, target)
                    .isEqualTo(distance(one, target).compareTo(distance(other, target)));
        }
    }

    @Test
    void radiiAsFarOnBothSidesAreEqual() {
        LongUnaryOperator fromFive = Metric.ERF.distance(BigDecimal.valueOf(5));
        assertThat(fromFive.applyAsLong(3 * 9)).isEqualTo(fromFive.applyAsLong(3 * 49));
        assertThat(fromFive.applyAsLong(3 * 9 + 1)).isLessThan(fromFive.applyAsLong(3 * 49));
        assertThat(fromFive.applyAsLong(3 * 25)).isZero();
        LongUnaryOperator fromHalf = Metric.ERF.distance(new BigDecimal("2.5"));
        assertThat(fromHalf.applyAsLong(3)).isEqualTo(fromHalf.applyAsLong(3 * 16));
    }

    @Test
    void aDistanceThatDoesNotFitIsAnError() {
        LongUnaryOperator distance = Metric.ERF.distance(BigDecimal.ONE);
        assertThatThrownBy(() -> distance.applyAsLong(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valuesAreTheNearestDoublesAndDecimals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            long key = random.nextLong(1L << random.nextInt(1, 63));
            assertThat(Metric.ERF.value(key)).isEqualTo(radius(key).doubleValue());
            assertThat(Metric.ERF.rounded(key))
                    .as("%d", key)
                    .isEqualTo(radius(key)
                            .movePointRight(4)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
        }
    }

    /** Beside whole radii, at powers of two, and where keys no longer fit a double. */
    @Test
    void columnsHaveTheNearestDoublesWhereThatIsHard() {
        List<Long> hard = new ArrayList<>(List.of(0L, 1L, 2L, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62));
        for (long radius = 1; radius < 1L << 30; radius = radius * 5 / 4 + 1) {
            hard.addAll(List.of(3 * radius * radius - 1, 3 * radius * radius, 3 * radius * radius + 1));
        }
        for (int power = 0; power < 30; power++) {
            hard.add(3L << (2 * power));
            hard.add((3L << (2 * power)) - 1);
        }
        long[] keys = hard.stream().mapToLong(Long::longValue).toArray();
        double[] values = new double[keys.length];
        Metric.ERF.values(keys, values);
        long[] decimals = keys.clone();
        Metric.ERF.round(decimals);
        for (int i = 0; i < keys.length; i++) {
            assertThat(values[i]).as("%d", keys[i]).isEqualTo(radius(keys[i]).doubleValue());
            assertThat(decimals[i]).as("%d", keys[i]).isEqualTo(Metric.ERF.rounded(keys[i]));
        }
    }

    /** The text that tables and JSON show. */
    @ParameterizedTest
    @CsvSource({"0, 0.0", "12, 2.0", "8, 1.633", "3, 1.0", "27, 3.0", "300000000000000, 10000000.0", "1, 0.5774"})
    void aFigureHasFourDecimalsAtMost(long key, String text) {
        assertThat(new Figure(Metric.ERF, key).decimal().toPlainString()).isEqualTo(text);
    }

    @Test
    void figuresOfDifferentKeysDifferEvenIfTheirDoublesDoNot() {
        Figure one = new Figure(Metric.ERF, Long.MAX_VALUE);
        Figure other = new Figure(Metric.ERF, Long.MAX_VALUE - 1);
        assertThat(one.doubleValue()).isEqualTo(other.doubleValue());
        assertThat(one).isNotEqualTo(other).isGreaterThan(other);
    }

    /** Anything, or a radius that is about as far from the target as others are. */
    private static long key(SplittableRandom random, long bound, BigDecimal target) {
        if (random.nextBoolean()) {
            return random.nextLong(bound);
        }
        BigDecimal whole =
                target.add(BigDecimal.valueOf(random.nextLong(-9, 10))).setScale(0, RoundingMode.FLOOR);
        return Math.max(3 * whole.longValueExact() * whole.longValueExact() + random.nextLong(-1, 2), 0);
    }

    private static BigDecimal distance(long key, BigDecimal target) {
        return radius(key).subtract(target).abs();
    }

    private static BigDecimal radius(long key) {
        return BigDecimal.valueOf(key).divide(BigDecimal.valueOf(3), DIGITS).sqrt(DIGITS);
    }
}
