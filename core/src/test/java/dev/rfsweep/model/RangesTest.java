package dev.rfsweep.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets of ranges against their members, one by one. A seed in a test's name draws those sets again. */
class RangesTest {

    /** Numbers that ranges are drawn from; beyond them nothing changes any more. */
    private static final int MOST = 12;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void setsHoldTheirMembers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Range> parts = parts(random);
        Ranges one = new Ranges(parts);
        Ranges other = new Ranges(parts(random));
        for (long value = -2; value <= MOST + 2; value++) {
            long member = value;
            assertThat(one.contains(value)).isEqualTo(parts.stream().anyMatch(part -> part.contains(member)));
            assertThat(one.and(other).contains(value)).isEqualTo(one.contains(value) && other.contains(value));
            assertThat(one.complement().contains(value)).isEqualTo(!one.contains(value));
        }
        assertThat(one.complement().complement()).isEqualTo(one);
        assertThat(one.and(one.complement())).isEqualTo(Ranges.NONE);
        for (int at = 0; at < one.parts().size(); at++) {
            assertThat(one.parts().get(at).low())
                    .isLessThanOrEqualTo(one.parts().get(at).high());
            assertThat(at == 0
                            || one.parts().get(at - 1).high() + 1
                                    < one.parts().get(at).low())
                    .isTrue();
        }
    }

    @Test
    void neighboursAreOneRange() {
        assertThat(Ranges.of(new Range(5, 7), new Range(1, 4))).isEqualTo(Ranges.of(new Range(1, 7)));
        assertThat(Ranges.of(Range.ALL, new Range(1, 4))).isEqualTo(Ranges.of(Range.ALL));
    }

    @Test
    void theComplementOfEverythingIsNothing() {
        assertThat(Ranges.of(Range.ALL).complement()).isEqualTo(Ranges.NONE);
        assertThat(Ranges.NONE.complement()).isEqualTo(Ranges.of(Range.ALL));
    }

    private static List<Range> parts(SplittableRandom random) {
        List<Range> parts = new ArrayList<>();
        for (int part = random.nextInt(5); part > 0; part--) {
            long low = random.nextInt(8) == 0 ? Long.MIN_VALUE : random.nextInt(MOST);
            long high = random.nextInt(8) == 0 ? Long.MAX_VALUE : random.nextInt(MOST);
            parts.add(new Range(low, high));
        }
        return parts;
    }
}
