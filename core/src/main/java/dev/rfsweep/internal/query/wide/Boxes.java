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

    /** What is done with a row of cells that becomes one of another box. */
    interface Row {
        /**
         * One row.
         *
         * @param from its first cell, the others following
         * @param to the cell that this becomes, the others following {@code step} apart
         */
        void take(int from, int to, int length, int step);
    }

    /** Cells of a row that are done with between two looks at a cancellation. */
    private static final int PIECE = 1 << 16;

    /**
     * Goes through a box of {@code sizes} row by row.
     *
     * @param to the cell of another box that the first cell becomes
     * @param apart by line, how many cells apart neighbours are there
     */
    static void each(int[] sizes, int to, int[] apart, Row row, Cancellation cancellation) {
        each(sizes, strides(sizes), 0, 0, to, apart, row, cancellation);
    }

    private static void each(
            int[] sizes, int[] strides, int line, int from, int to, int[] apart, Row row, Cancellation cancellation) {
        if (line < sizes.length - 1) {
            for (int cell = 0; cell < sizes[line]; cell++) {
                int first = from + cell * strides[line];
                each(sizes, strides, line + 1, first, to + cell * apart[line], apart, row, cancellation);
            }
            return;
        }
        int length = sizes.length == 0 ? 1 : sizes[line];
        int step = sizes.length == 0 ? 1 : apart[line];
        for (int done = 0; done < length; done += PIECE) {
            cancellation.check();
            row.take(from + done, to + done * step, Math.min(PIECE, length - done), step);
        }
    }

    /** Adds a box of {@code sizes} to the cells of another from {@code to} on, neighbours {@code apart} from each other. */
    static void add(long[] source, int[] sizes, long[] target, int to, int[] apart, Cancellation cancellation) {
        Row plus = (from, at, length, step) -> add(source, from, target, at, length, step);
        each(sizes, to, apart, plus, cancellation);
    }

    private static void add(long[] source, int from, long[] target, int to, int length, int step) {
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
                for (int piece = start + step; piece < start + period; piece += PIECE) {
                    cancellation.check();
                    int end = Math.min(piece + PIECE, start + period);
                    for (int cell = piece; cell < end; cell++) {
                        box[cell] += box[cell - step];
                    }
                }
            }
        }
    }
}
