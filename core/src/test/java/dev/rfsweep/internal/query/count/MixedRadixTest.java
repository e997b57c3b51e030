package dev.rfsweep.internal.query.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.internal.engine.evaluate.Question;
import dev.rfsweep.internal.notation.SpecParser;
import dev.rfsweep.internal.query.Prefix;
import dev.rfsweep.internal.query.RandomQuestion;
import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Trellis;
import dev.rfsweep.model.Monitor;
import dev.rfsweep.model.metric.Column;
import dev.rfsweep.model.metric.Metric;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed sums against sums kept one by one, over every prefix. A seed in a test's name draws that space again. */
class MixedRadixTest {

    private static final Cancellation NEVER = Cancellation.of(Monitor.NONE);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void digitsAreTheSumsOfEveryPrefix(long seed) {
        RandomQuestion drawn = RandomQuestion.draw(new SplittableRandom(seed));
        Trellis trellis = Question.of(drawn.space(), List.of(), drawn.columns()).trellis();
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> slots = IntStream.range(0, 3)
                .mapToObj(digit -> random.nextInt(trellis.slotCount()))
                .toList();
        MixedRadix packing = MixedRadix.of(trellis, slots, NEVER).orElseThrow();
        Map<List<Integer>, Long> least = new HashMap<>();
        for (Prefix prefix : Prefix.all(trellis)) {
            long key = packing.start();
            for (int edge : prefix.edges()) {
                key += packing.weight(edge);
            }
            assertThat(key).isNotNegative();
            for (int digit = 0; digit < slots.size(); digit++) {
                long sum = prefix.sum(trellis, slots.get(digit));
                assertThat(packing.sum(key, digit)).isEqualTo(sum);
                assertThat(packing.least(digit, prefix.node())).isLessThanOrEqualTo(sum);
                least.merge(List.of(digit, prefix.node()), sum, Math::min);
                assertOnlyOneDigitChanges(packing, key, digit, packing.least(digit, prefix.node()));
            }
        }
        least.forEach(
                (at, sum) -> assertThat(packing.least(at.get(0), at.get(1))).isEqualTo(sum));
    }

    private static void assertOnlyOneDigitChanges(MixedRadix packing, long key, int digit, long sum) {
        long changed = packing.with(key, digit, sum);
        for (int other = 0; other < 3; other++) {
            assertThat(packing.sum(changed, other)).isEqualTo(other == digit ? sum : packing.sum(key, other));
        }
    }

    @Test
    void sumsThatNeedMoreThan63BitsAreNotPacked() {
        Trellis trellis = Question.of(
                        SpecParser.line("3*cn_k3,5").space(), List.of(), List.of(new Column(Metric.RF, Column.SHARED)))
                .trellis();
        // Sums from 0 to 12, 13 values: 17 digits need 62.9 bits.
        assertThat(MixedRadix.of(trellis, Collections.nCopies(17, 0), NEVER)).isPresent();
        assertThat(MixedRadix.of(trellis, Collections.nCopies(18, 0), NEVER)).isEmpty();
    }
}
