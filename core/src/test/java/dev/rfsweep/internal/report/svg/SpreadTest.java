package dev.rfsweep.internal.report.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {

    @Test
    void whatHasRoomStays() {
        assertThat(Spread.apart(new double[] {10, 30, 90}, 16, 0, 100)).containsExactly(10, 30, 90);
    }

    @Test
    void aClumpAtTheEndMovesUp() {
        assertThat(Spread.apart(new double[] {10, 98, 99}, 10, 0, 100)).containsExactly(10, 90, 100);
    }

    @Test
    void tooManyGoPastTheEnd() {
        assertThat(Spread.apart(new double[] {5, 5, 5}, 10, 0, 15)).containsExactly(0, 10, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void nothingOverlapsOrLeavesTheRoom(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            double[] wanted =
                    random.doubles(1 + random.nextInt(12), -20, 220).sorted().toArray();
            double[] placed = Spread.apart(wanted, 16, 0, 200);
            for (int i = 1; i < placed.length; i++) {
                assertThat(placed[i] - placed[i - 1])
                        .as(Arrays.toString(wanted))
                        .isGreaterThan(15.99);
            }
            assertThat(placed[0]).isNotNegative();
            assertThat(placed[placed.length - 1]).isLessThanOrEqualTo(200);
        }
    }
}
