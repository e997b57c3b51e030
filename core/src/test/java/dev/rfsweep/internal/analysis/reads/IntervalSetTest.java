package dev.rfsweep.internal.analysis.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of positions against bit sets. A seed in a test's name draws those sets again. */
class IntervalSetTest {

    private static final int MOST = 140;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void setsAreThoseOfBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            BitSet ones = new BitSet();
            IntervalSet one = draw(random, ones);
            BitSet others = new BitSet();
            IntervalSet other = draw(random, others);
            assertSame(one, ones);
            BitSet both = (BitSet) ones.clone();
            both.or(others);
            assertSame(one.or(other), both);
            assertThat(one.or(other)).isEqualTo(other.or(one)).hasSameHashCodeAs(other.or(one));
            assertThat(one.containsAll(other)).isEqualTo(both.equals(ones));
            assertThat(one.equals(other)).isEqualTo(ones.equals(others));
        }
    }

    /** Intervals in any order, clipped to the positions from 5 to {@link #MOST}. */
    private static IntervalSet draw(SplittableRandom random, BitSet bits) {
        IntervalSet.Collector collector = new IntervalSet.Collector(5, MOST);
        for (int interval = random.nextInt(12); interval > 0; interval--) {
            int first = random.nextInt(MOST + 20);
            int last = first - 1 + random.nextInt(9);
            collector.add(first, last);
            for (int position = Math.max(first, 5); position <= Math.min(last, MOST); position++) {
                bits.set(position);
            }
        }
        return collector.set();
    }

    private static void assertSame(IntervalSet runs, BitSet bits) {
        assertThat(runs.count()).isEqualTo(bits.cardinality());
        assertThat(runs.isEmpty()).isEqualTo(bits.isEmpty());
        for (int position = 0; position <= MOST + 30; position++) {
            assertThat(runs.contains(position)).isEqualTo(bits.get(position));
        }
        for (int run = 0; run < runs.intervals(); run++) {
            assertThat(runs.first(run)).isLessThanOrEqualTo(runs.last(run));
            assertThat(run == 0 || runs.first(run) > runs.last(run - 1) + 1)
                    .as("%s", runs)
                    .isTrue();
        }
        if (!bits.isEmpty()) {
            assertThat(runs.first()).isEqualTo(bits.nextSetBit(0));
            assertThat(runs.last()).isEqualTo(bits.length() - 1);
        }
    }

    @Test
    void neighboursAreOneRun() {
        assertThat(IntervalSet.of(1, 3).or(IntervalSet.of(4, 9))).isEqualTo(IntervalSet.of(1, 9));
        assertThat(IntervalSet.of(1, 3).or(IntervalSet.of(5, 9)).intervals()).isEqualTo(2);
        assertThat(IntervalSet.of(5, 4)).isSameAs(IntervalSet.NONE);
    }

    @Test
    void elsewhereStandsApartAndCanBeTakenAway() {
        IntervalSet some = IntervalSet.of(0, 3).or(IntervalSet.of(7, 7));
        IntervalSet both = some.or(IntervalSet.ELSEWHERE);
        assertThat(both.elsewhere()).isTrue();
        assertThat(both.here()).isEqualTo(some);
        assertThat(some.elsewhere()).isFalse();
        assertThat(some.here()).isSameAs(some);
        assertThat(IntervalSet.ELSEWHERE.here().isEmpty()).isTrue();
        assertThat(IntervalSet.NONE.elsewhere()).isFalse();
    }
}
