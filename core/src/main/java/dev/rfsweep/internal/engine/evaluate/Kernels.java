package dev.rfsweep.internal.engine.evaluate;

/**
 * The inner loops. Branch-free over contiguous arrays so that C2 vectorises them; they allocate nothing and check
 * nothing that compiling the trellis has already proved.
 *
 * <p>Where a loop reads one array and writes another, both go by the same index. C2 knows that two arrays are either
 * disjoint or the same, so equal indices never clash; with an offset between them it would have to assume an overlap,
 * and would not vectorise.
 *
 * <p>A test leaves the sign bit of a <em>flag</em> set where a row is out of range: {@code (x - low) | (high - x)} is
 * negative just then, as long as neither difference overflows.
 */
final class Kernels {

    private Kernels() {}

    /** The cells of {@code values} from {@code row} on, at index 0: nearly always {@code values} itself, otherwise {@code copy}. */
    static int[] window(int[] values, int row, int count, int[] copy) {
        if (row == 0) {
            return values;
        }
        System.arraycopy(values, row, copy, 0, count);
        return copy;
    }

    /** The same. */
    static long[] window(long[] values, int row, int count, long[] copy) {
        if (row == 0) {
            return values;
        }
        System.arraycopy(values, row, copy, 0, count);
        return copy;
    }

    /** {@code out[i] = base + table[i]}. */
    static void add(int[] table, int count, int base, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[i];
        }
    }

    /** {@code out[i] = base + table[i]}. */
    static void add(long[] table, int count, long base, long[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[i];
        }
    }

    /** {@code out[i] = base + table[from + rows[i]]}. */
    static void gather(int[] table, int from, int[] rows, int count, int base, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[from + rows[i]];
        }
    }

    /** {@code out[i] = base + table[from + rows[i]]}. */
    static void gather(long[] table, int from, int[] rows, int count, long base, long[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[from + rows[i]];
        }
    }

    /** How many rows lie in {@code low..high}. */
    static int count(int[] table, int from, int count, int low, int high) {
        int out = 0;
        for (int i = from; i < from + count; i++) {
            out += ((table[i] - low) | (high - table[i])) >>> 31;
        }
        return count - out;
    }

    /** Flags the rows outside {@code low..high}, and clears all others. */
    static void flag(int[] table, int count, int low, int high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] = (table[i] - low) | (high - table[i]);
        }
    }

    /** Flags the rows outside {@code low..high}, and leaves all others as they are. */
    static void flagMore(int[] table, int count, int low, int high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= (table[i] - low) | (high - table[i]);
        }
    }

    /** Like the {@code int} form, for the rare table whose spread exceeds an {@code int}. */
    static void flagMore(long[] table, int from, int count, long low, long high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= (int) (((table[from + i] - low) | (high - table[from + i])) >>> 32);
        }
    }

    /** Flags the rows inside {@code low..high}, and leaves all others as they are. */
    static void flagInside(int[] table, int count, int low, int high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= ~((table[i] - low) | (high - table[i]));
        }
    }

    /** Like the {@code int} form, for the rare table whose spread exceeds an {@code int}. */
    static void flagInside(long[] table, int from, int count, long low, long high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= (int) (~((table[from + i] - low) | (high - table[from + i])) >>> 32);
        }
    }

    /** How many rows are not flagged. */
    static int countClear(int[] flags, int count) {
        int out = 0;
        for (int i = 0; i < count; i++) {
            out += flags[i] >>> 31;
        }
        return count - out;
    }

    /** Writes the rows that are not flagged, in order, and returns how many there are. */
    static int select(int[] flags, int count, int[] rows) {
        int selected = 0;
        int i = 0;
        for (; i <= count - 8; i += 8) {
            int none = flags[i] & flags[i + 1] & flags[i + 2] & flags[i + 3];
            none &= flags[i + 4] & flags[i + 5] & flags[i + 6] & flags[i + 7];
            if (none >= 0) {
                selected = select(flags, i, i + 8, rows, selected);
            }
        }
        return select(flags, i, count, rows, selected);
    }

    private static int select(int[] flags, int from, int to, int[] rows, int before) {
        int selected = before;
        for (int i = from; i < to; i++) {
            rows[selected] = i;
            selected += (flags[i] >>> 31) ^ 1;
        }
        return selected;
    }
}
