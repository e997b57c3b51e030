package dev.rfsweep.internal.analysis.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rfsweep.internal.analysis.fields.Field.Sight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions of what taps and branches see, against sets of positions. A seed in a test's name draws them again. */
class FieldUnionTest {

    private static final int FAR = 300;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void positionsAreThoseOfAllParts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FieldUnion union = new FieldUnion();
        for (int round = 0; round < 100; round++) {
            union.clear();
            BitSet seen = new BitSet();
            List<Sight> parts = new ArrayList<>();
            for (int part = 1 + random.nextInt(12); part > 0; part--) {
                Sight sight = draw(random, seen);
                parts.add(sight);
                union.add(sight);
                union.add(Sight.NONE);
            }
            Sight taps = union.ofTaps();
            assertPositions(taps, seen);
            double mean = parts.stream().mapToDouble(Sight::mean).average().orElseThrow();
            double variance12 = parts.stream()
                    .mapToDouble(part -> part.variance12() + 12 * (part.mean() - mean) * (part.mean() - mean))
                    .average()
                    .orElseThrow();
            assertThat(taps.mean()).isCloseTo(mean, within(1e-9));
            assertThat(taps.variance12()).isCloseTo(variance12, within(1e-6));
            Sight branches = union.ofBranches();
            assertPositions(branches, seen);
            double widest = parts.stream().mapToDouble(Sight::variance12).max().orElseThrow();
            assertThat(branches.variance12()).isEqualTo(widest);
            assertThat(parts).anyMatch(part -> part.variance12() == widest && part.mean() == branches.mean());
        }
    }

    /** A few positions from a random start on, with holes or without, which are counted from {@link #FAR} below 0. */
    private static Sight draw(SplittableRandom random, BitSet seen) {
        int start = random.nextInt(FAR);
        int size = 1 + random.nextInt(70);
        BitSet bits = new BitSet();
        bits.set(0);
        bits.set(size - 1);
        boolean solid = random.nextBoolean();
        for (int position = 0; position < size; position++) {
            if (solid || random.nextBoolean()) {
                bits.set(position);
            }
        }
        bits.stream().forEach(position -> seen.set(start + position));
        Coverage holes = Coverage.of(java.util.Arrays.copyOf(bits.toLongArray(), (size + 63) >> 6), size);
        return new Sight(start - FAR, size, holes, random.nextDouble() * 100, random.nextInt(1000));
    }

    private static void assertPositions(Sight sight, BitSet seen) {
        assertThat(sight.start()).isEqualTo(seen.nextSetBit(0) - FAR);
        assertThat(sight.size()).isEqualTo(seen.length() - seen.nextSetBit(0));
        assertThat(sight.count()).isEqualTo(seen.cardinality());
        assertThat(sight.holes().solid()).isEqualTo(seen.cardinality() == sight.size());
        long[] words = new long[(int) (sight.size() + 63) >> 6];
        sight.holes().addTo(words, 0, (int) sight.size());
        assertThat(BitSet.valueOf(words)).isEqualTo(seen.get(seen.nextSetBit(0), seen.length()));
    }

    @Test
    void nothingIsSeenThroughNothing() {
        FieldUnion union = new FieldUnion();
        union.add(Sight.NONE);
        assertThat(union.ofTaps()).isEqualTo(Sight.NONE);
        assertThat(union.ofBranches()).isEqualTo(Sight.NONE);
    }

    @Test
    void holesAmongTooManyPositionsAreNotKnown() {
        FieldUnion union = new FieldUnion();
        union.add(new Sight(0, 1, Coverage.SOLID, 0, 0));
        union.add(new Sight(Field.MOST_POSITIONS, 1, Coverage.SOLID, 0, 0));
        assertThat(union.ofTaps().count()).isEqualTo(-1);
        union.add(new Sight(1, Field.MOST_POSITIONS - 1, Coverage.SOLID, 0, 0));
        assertThat(union.ofTaps().count()).isEqualTo(Field.MOST_POSITIONS + 1);
    }

    @Test
    void holesThatAreNotKnownStayUnknownUnlessTheyAreFilled() {
        FieldUnion union = new FieldUnion();
        union.add(new Sight(10, 20, Coverage.UNKNOWN, 0, 0));
        union.add(new Sight(0, 15, Coverage.SOLID, 0, 0));
        assertThat(union.ofBranches().count()).isEqualTo(-1);
        union.add(new Sight(15, 15, Coverage.SOLID, 0, 0));
        assertThat(union.ofBranches().count()).isEqualTo(30);
    }
}
