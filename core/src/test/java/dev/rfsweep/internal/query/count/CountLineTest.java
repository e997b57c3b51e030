package dev.rfsweep.internal.query.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines against arrays of big integers. A seed in a test's name draws that line again. */
class CountLineTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void addsAsBigIntegersDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cells = 1 + random.nextInt(70);
        CountLine line = new CountLine(cells, 4, () -> {});
        BigInteger[] expected = new BigInteger[cells];
        for (int cell = 0; cell < cells; cell++) {
            expected[cell] = BigInteger.ZERO;
        }
        line.addOne(0);
        expected[0] = BigInteger.ONE;
        for (int round = 0; round < 40; round++) { // far beyond one limb
            CountLine more = new CountLine(cells, 4, () -> {});
            BigInteger[] sums = expected.clone();
            more.add(line, 0, cells, 0, 1);
            for (int step = 0; step < 3; step++) {
                int shift = random.nextInt(cells);
                int times = 1 + random.nextInt(9);
                more.add(line, 0, cells - shift, shift, times);
                for (int cell = 0; cell < cells - shift; cell++) {
                    sums[cell + shift] = sums[cell + shift].add(expected[cell].multiply(BigInteger.valueOf(times)));
                }
            }
            more.settle();
            line = more;
            expected = sums;
        }
        for (int cell = 0; cell < cells; cell++) {
            assertThat(line.sum(cell, cell + 1)).as("cell %d", cell).isEqualTo(expected[cell]);
            assertThat(line.isZero(cell)).isEqualTo(expected[cell].signum() == 0);
        }
        assertThat(line.sum(0, cells)).isEqualTo(total(expected));
    }

    @Test
    void settlesBeforeALimbOverflows() {
        CountLine two62 = new CountLine(1, 3, () -> {});
        two62.addOne(0);
        for (int doubling = 0; doubling < 62; doubling++) {
            CountLine twice = new CountLine(1, 3, () -> {});
            twice.add(two62, 0, 1, 0, 2);
            twice.settle();
            two62 = twice;
        }
        CountLine many = new CountLine(1, 3, () -> {});
        for (int time = 0; time < 10_000; time++) { // more than there is room for at once
            many.add(two62, 0, 1, 0, 7);
        }
        many.settle();
        assertThat(many.sum(0, 1)).isEqualTo(BigInteger.ONE.shiftLeft(62).multiply(BigInteger.valueOf(70_000)));
    }

    private static BigInteger total(BigInteger[] counts) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger count : counts) {
            sum = sum.add(count);
        }
        return sum;
    }

    /** Whatever goes through a line runs the check after every stretch of cells, so that it can be stopped there. */
    @Test
    void longLinesAreCheckedStretchByStretch() {
        int stretches = 5;
        int cells = stretches * CountLine.STRETCH + 1;
        int[] checks = {0};
        CountLine line = new CountLine(cells, 2, () -> checks[0]++);
        CountLine other = new CountLine(cells, 2, () -> {});
        other.addOne(cells - 1);
        line.add(other, 0, cells, 0, 3);
        assertThat(checks[0]).isEqualTo(stretches + 1);
        line.settle();
        assertThat(checks[0]).isEqualTo(2 * (stretches + 1));
        assertThat(line.sum(0, cells)).isEqualTo(3);
        assertThat(checks[0]).isEqualTo(3 * (stretches + 1));
    }
}
