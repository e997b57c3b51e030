package dev.rfsweep.internal.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kernel against the plainest loop, at sizes around the widths of vectors and blocks. Arrays are longer than what is asked
 * for, and what lies behind must stay as it was.
 */
class KernelsTest {

    private static final int BEHIND = 9;
    private static final int UNTOUCHED = 0x5EED;

    /** What {@link #longs} are multiples of: their differences exceed an {@code int}. */
    private static final long WIDE = 1L << 33;

    /** Bounds around the values of {@link #ints}: at the ends, inside, a single value, and ranges that nothing meets. */
    private static final int[][] RANGES = {{0, 99}, {10, 60}, {50, 50}, {0, 0}, {99, 99}, {100, 200}, {60, 10}};

    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void addsABase(int count) {
        int[] ints = ints(count + BEHIND);
        int[] intSums = untouched(count);
        Kernels.add(ints, count, -7, intSums);
        long[] longs = longs(count + BEHIND);
        long[] longSums = new long[count + BEHIND];
        Kernels.add(longs, count, 1L << 40, longSums);
        for (int i = 0; i < count; i++) {
            assertThat(intSums[i]).as("index %d of %d", i, count).isEqualTo(ints[i] - 7);
            assertThat(longSums[i]).as("index %d of %d", i, count).isEqualTo(longs[i] + (1L << 40));
        }
        assertUntouched(intSums, count);
        assertThat(Arrays.copyOfRange(longSums, count, count + BEHIND)).containsOnly(0);
    }

    @Test
    void aWindowIsTheTableItselfOrACopyOfItsRows() {
        int[] ints = ints(20);
        int[] copy = untouched(5);
        assertThat(Kernels.window(ints, 0, 5, copy)).isSameAs(ints);
        assertThat(Kernels.window(ints, 7, 5, copy)).isSameAs(copy).startsWith(Arrays.copyOfRange(ints, 7, 12));
        assertUntouched(copy, 5);
        long[] longs = longs(20);
        long[] out = new long[5];
        assertThat(Kernels.window(longs, 0, 5, out)).isSameAs(longs);
        assertThat(Kernels.window(longs, 15, 5, out)).isSameAs(out).isEqualTo(Arrays.copyOfRange(longs, 15, 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void gathersRowsOfATable(int count) {
        int from = 5;
        int[] ints = ints(from + 2 * count);
        long[] longs = longs(from + 2 * count);
        int[] rows = random.ints(count, 0, Math.max(2 * count, 1)).toArray();
        int[] intSums = untouched(count);
        Kernels.gather(ints, from, rows, count, 1000, intSums);
        long[] longSums = new long[count + BEHIND];
        Kernels.gather(longs, from, rows, count, -(1L << 40), longSums);
        for (int i = 0; i < count; i++) {
            assertThat(intSums[i]).as("index %d of %d", i, count).isEqualTo(1000 + ints[from + rows[i]]);
            assertThat(longSums[i]).as("index %d of %d", i, count).isEqualTo(longs[from + rows[i]] - (1L << 40));
        }
        assertUntouched(intSums, count);
        assertThat(Arrays.copyOfRange(longSums, count, count + BEHIND)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void countsWhatLiesInARange(int count) {
        int from = 3;
        int[] table = ints(from + count + BEHIND);
        for (int[] range : RANGES) {
            int expected = 0;
            for (int i = from; i < from + count; i++) {
                expected += range[0] <= table[i] && table[i] <= range[1] ? 1 : 0;
            }
            assertThat(Kernels.count(table, from, count, range[0], range[1]))
                    .as("%d..%d among %d", range[0], range[1], count)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void flagsWhatLiesOutside(int count) {
        int[] table = ints(count + BEHIND);
        for (int[] range : RANGES) {
            int[] flags = untouched(count);
            Kernels.flag(table, count, range[0], range[1], flags);
            for (int i = 0; i < count; i++) {
                assertThat(flags[i] < 0)
                        .as("index %d of %d", i, count)
                        .isEqualTo(table[i] < range[0] || table[i] > range[1]);
            }
            assertUntouched(flags, count);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void flagsMoreAndKeepsFlags(int count) {
        int from = 4;
        int[] table = ints(count + BEHIND);
        long[] wide = longs(from + count + BEHIND);
        for (int[] range : RANGES) {
            int[] before = flags(count);
            int[] flags = before.clone();
            Kernels.flagMore(table, count, range[0], range[1], flags);
            int[] inside = before.clone();
            Kernels.flagInside(table, count, range[0], range[1], inside);
            long low = range[0] * WIDE;
            long high = range[1] * WIDE;
            int[] wideFlags = before.clone();
            Kernels.flagMore(wide, from, count, low, high, wideFlags);
            int[] wideInside = before.clone();
            Kernels.flagInside(wide, from, count, low, high, wideInside);
            for (int i = 0; i < count; i++) {
                boolean out = table[i] < range[0] || table[i] > range[1];
                boolean wideOut = wide[from + i] < low || wide[from + i] > high;
                assertThat(flags[i] < 0).as("index %d of %d", i, count).isEqualTo(before[i] < 0 || out);
                assertThat(inside[i] < 0).as("index %d of %d", i, count).isEqualTo(before[i] < 0 || !out);
                assertThat(wideFlags[i] < 0).as("index %d of %d", i, count).isEqualTo(before[i] < 0 || wideOut);
                assertThat(wideInside[i] < 0).as("index %d of %d", i, count).isEqualTo(before[i] < 0 || !wideOut);
            }
            for (int[] written : List.of(flags, inside, wideFlags, wideInside)) {
                assertUntouched(written, count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 4096})
    void selectsWhatIsNotFlagged(int count) {
        int[] none = untouched(count);
        int[] all = untouched(count);
        Arrays.fill(all, 0, count, -1);
        int[] seldom = untouched(count);
        Arrays.fill(seldom, 0, count, Integer.MIN_VALUE);
        for (int i = 7; i < count; i += 50) {
            seldom[i] = Integer.MAX_VALUE;
        }
        for (int[] flags : List.of(none, all, seldom, flags(count))) {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (flags[i] >= 0) {
                    expected.add(i);
                }
            }
            int[] rows = new int[count];
            int selected = Kernels.select(flags, count, rows);
            assertThat(Arrays.stream(rows, 0, selected).boxed().toList()).isEqualTo(expected);
            assertThat(Kernels.countClear(flags, count)).isEqualTo(expected.size());
        }
    }

    private int[] ints(int size) {
        return random.ints(size, 0, 100).toArray();
    }

    private long[] longs(int size) {
        return random.longs(size, 0, 100).map(value -> value * WIDE).toArray();
    }

    /** Flags of any value, half of them set. */
    private int[] flags(int count) {
        int[] flags = untouched(count);
        for (int i = 0; i < count; i++) {
            flags[i] = random.nextInt();
        }
        return flags;
    }

    private static int[] untouched(int count) {
        int[] out = new int[count + BEHIND];
        Arrays.fill(out, UNTOUCHED);
        return out;
    }

    private static void assertUntouched(int[] written, int count) {
        assertThat(Arrays.copyOfRange(written, count, written.length)).containsOnly(UNTOUCHED);
    }
}
