package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;

/** Arithmetic on boxes of counts, stored row by row: the last line runs fastest. */
final class Boxes {

    private Boxes() {}

    /** By line: how many cells apart two cells are that differ by one step. */
    static int[] strides(int[] sizes) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int line = sizes.length - 1; line >= 0; line--) {
            strides[line] = stride;
            stride *= sizes[line];
        }
        return strides;
    }

    /** Adds a box of {@code sizes} at {@code from} to the cells from {@code to} on, neighbours {@code toStrides} apart. */
    static void add(
            long[] source,
            int from,
            int[] fromStrides,
            long[] target,
            int to,
            int[] toStrides,
            int[] sizes,
            int line,
            Cancellation cancellation) {
        if (line < sizes.length - 1) {
            for (int cell = 0; cell < sizes[line]; cell++) {
                int at = from + cell * fromStrides[line];
                int start = to + cell * toStrides[line];
                add(source, at, fromStrides, target, start, toStrides, sizes, line + 1, cancellation);
            }
            return;
        }
        cancellation.check();
        int length = sizes.length == 0 ? 1 : sizes[line];
        int step = sizes.length == 0 ? 1 : toStrides[line];
        if (step == 1) {
            for (int cell = 0; cell < length; cell++) {
                target[to + cell] += source[from + cell];
            }
        } else {
            for (int cell = 0; cell < length; cell++) {
                target[to + cell * step] += source[from + cell];
            }
        }
    }

    /** Makes every cell the sum of all cells of no more steps on any line from {@code first} on. */
    static void accumulate(long[] box, int[] sizes, int first, Cancellation cancellation) {
        int[] strides = strides(sizes);
        for (int line = first; line < sizes.length; line++) {
            int step = strides[line];
            int period = step * sizes[line];
            for (int start = 0; start < box.length; start += period) {
                cancellation.check();
                for (int cell = start + step; cell < start + period; cell++) {
                    box[cell] += box[cell - step];
                }
            }
        }
    }
}
