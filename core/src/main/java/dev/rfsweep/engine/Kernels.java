package dev.rfsweep.engine;

/**
 * The inner loops. Branch-free over contiguous arrays so that C2 vectorises them; they allocate nothing and check
 * nothing that compiling the trellis has already proved.
 *
 * <p>A test leaves the sign bit of a <em>flag</em> set where a row is out of range: {@code (x - low) | (high - x)} is
 * negative just then, as long as neither difference overflows.
 */
final class Kernels {

    private Kernels() {}

    /** {@code out[i] = base + table[from + i]}. */
    static void add(int[] table, int from, int count, int base, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[from + i];
        }
    }

    /** {@code out[i] = base + table[from + i]}. */
    static void add(long[] table, int from, int count, long base, long[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = base + table[from + i];
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
    static void flag(int[] table, int from, int count, int low, int high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] = (table[from + i] - low) | (high - table[from + i]);
        }
    }

    /** Flags the rows outside {@code low..high}, and leaves all others as they are. */
    static void flagMore(int[] table, int from, int count, int low, int high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= (table[from + i] - low) | (high - table[from + i]);
        }
    }

    /** Like the {@code int} form, for the rare table whose spread exceeds an {@code int}. */
    static void flagMore(long[] table, int from, int count, long low, long high, int[] flags) {
        for (int i = 0; i < count; i++) {
            flags[i] |= (int) (((table[from + i] - low) | (high - table[from + i])) >>> 32);
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
        for (int i = 0; i < count; i++) {
            rows[selected] = i;
            selected += (flags[i] >>> 31) ^ 1;
        }
        return selected;
    }
}
