package dev.rfsweep.internal.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.analysis.reads.Slide;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many windows fit, by hand and window by window. */
class RoundingTest {

    @ParameterizedTest(name = "{0} units, kernel {1}, stride {2}, padding {3} and {4}")
    @CsvSource({
        "6, 3, 2, 1, 1, 3, 4", // the fourth starts at the last unit
        "5, 3, 2, 1, 1, 3, 3", // no rest
        "4, 2, 2, 0, 1, 2, 2", // the third would start in the padding behind
        "8, 3, 2, 0, 0, 3, 4", // the fourth is cut off by the border
        "2, 3, 2, 0, 0, 0, 1", // one that is cut off is all there is
        "1, 5, 1, 0, 0, 0, 0"
    })
    void windowsThatFitAndThatAreCutOff(
            long size, long kernel, long stride, long low, long high, long floor, long ceil) {
        Slide window = new Slide(kernel, stride, 1, low);
        assertThat(Rounding.FLOOR.out(size, window, high)).isEqualTo(floor);
        assertThat(Rounding.CEIL.out(size, window, high)).isEqualTo(ceil);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void agreesWithLayingWindowsOneByOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            long size = 1L + random.nextInt(20);
            Slide window =
                    new Slide(1 + random.nextInt(5), 1 + random.nextInt(4), 1 + random.nextInt(3), random.nextInt(4));
            long high = Math.min(random.nextInt(4), window.reach()); // no operator allows a window of padding alone
            String what = window + " over " + size + " with " + high + " behind";
            long end = window.low() + size + high;
            long whole = 0;
            while (whole * window.stride() + window.reach() < end) {
                whole++;
            }
            long next = whole * window.stride();
            boolean rest = next - window.stride() + window.reach() + 1 < end;
            boolean begins = next < window.low() + size;
            assertThat(Rounding.FLOOR.out(size, window, high)).as(what).isEqualTo(whole);
            assertThat(Rounding.CEIL.out(size, window, high)).as(what).isEqualTo(rest && begins ? whole + 1 : whole);
        }
    }
}
