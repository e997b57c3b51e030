package dev.rfsweep.internal.analysis.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions of an interval against bit sets, at sizes and offsets around the width of a word. */
class CoverageTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 63, 64, 65, 128, 200})
    void positionsAreCountedAndMoved(int size) {
        SplittableRandom random = new SplittableRandom(size);
        BitSet seen = new BitSet();
        random.ints(size / 2 + 1, 0, size).forEach(seen::set);
        seen.clear(1); // never solid
        Coverage holes = Coverage.of(words(seen, size), size);
        assertThat(holes.solid() || holes.unknown()).isFalse();
        assertThat(holes.count(size)).isEqualTo(seen.cardinality());
        for (int offset : new int[] {0, 1, 5, 63, 64, 65, 130}) {
            BitSet before = new BitSet();
            random.ints(5, 0, offset + size).forEach(before::set);
            BitSet expected = (BitSet) before.clone();
            seen.stream().forEach(position -> expected.set(offset + position));
            long[] target = words(before, offset + size);
            holes.addTo(target, offset, size);
            assertThat(BitSet.valueOf(target)).isEqualTo(expected);
            before.set(offset, offset + size);
            Coverage.SOLID.addTo(target, offset, size);
            expected.or(before);
            assertThat(BitSet.valueOf(target)).isEqualTo(expected);
        }
    }

    @Test
    void intervalsWithoutHolesAreSolid() {
        BitSet all = new BitSet();
        all.set(0, 65);
        assertThat(Coverage.of(words(all, 65), 65)).isSameAs(Coverage.SOLID);
        assertThat(Coverage.SOLID.count(65)).isEqualTo(65);
        assertThat(Coverage.SOLID.solid()).isTrue();
    }

    @Test
    void whatIsNotFollowedHasNoCount() {
        assertThat(Coverage.UNKNOWN.unknown()).isTrue();
        assertThat(Coverage.UNKNOWN.solid()).isFalse();
        assertThat(Coverage.UNKNOWN.count(10)).isEqualTo(-1);
    }

    private static long[] words(BitSet bits, int size) {
        return java.util.Arrays.copyOf(bits.toLongArray(), (size + 63) >> 6);
    }
}
