package dev.rfsweep.internal.engine.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts one behind the other: the text of row {@code i} is bytes {@code ends()[i - 1]} (0 for the first row) to {@code
 * ends()[i]}, exclusive, of {@link #utf8}. The arrays are used again for the next batch and may be longer than is needed.
 */
public final class TextColumn {

    private byte[] utf8 = new byte[1 << 12];
    private final int[] ends;
    private int length;

    TextColumn(int rows) {
        ends = new int[rows];
    }

    /** The bytes of all texts. */
    public byte[] utf8() {
        return utf8;
    }

    /** By row: the index behind the last byte. */
    public int[] ends() {
        return ends;
    }

    /** The text of row {@code row}. */
    public String get(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(utf8, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    void clear() {
        length = 0;
    }

    void append(byte[] text, int from, int to) {
        int count = to - from;
        if (utf8.length - length < count) {
            utf8 = Arrays.copyOf(utf8, Math.max(Math.addExact(length, count), utf8.length * 2));
        }
        System.arraycopy(text, from, utf8, length, count);
        length += count;
    }

    void end(int row) {
        ends[row] = length;
    }
}
