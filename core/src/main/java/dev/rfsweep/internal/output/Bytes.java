package dev.rfsweep.internal.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growable buffer of UTF-8 text that formats numbers without going through a String: once it has grown to the size
 * of a chunk, nothing allocates. Not thread-safe.
 */
public final class Bytes {

    /** Longest decimal of a long, sign included. */
    private static final int LONGEST = 20;

    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    private byte[] array;
    private int length;

    public Bytes(int capacity) {
        this.array = new byte[capacity];
    }

    public int length() {
        return length;
    }

    public byte at(int index) {
        return array[index];
    }

    public void clear() {
        length = 0;
    }

    public Bytes append(byte value) {
        reserve(1);
        array[length++] = value;
        return this;
    }

    public Bytes append(byte[] values) {
        return append(values, 0, values.length);
    }

    /** Appends bytes {@code from} to {@code to}, exclusive, of another buffer. */
    public Bytes append(Bytes other, int from, int to) {
        return append(other.array, from, to - from);
    }

    /** Appends bytes {@code from} to {@code to}, exclusive, of UTF-8 text. */
    public void appendUtf8(byte[] text, int from, int to) {
        append(text, from, to - from);
    }

    public Bytes append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    public Bytes append(long value) {
        reserve(LONGEST);
        length = Decimal.put(value, array, length);
        return this;
    }

    /**
     * Appends {@code units} of the last of {@code decimals} decimals, at least one and at most 6. Trailing zeros are left out,
     * but for the first one behind the point.
     *
     * @param units at least 0
     */
    public Bytes append(long units, int decimals) {
        long unit = POWERS[decimals];
        append(units / unit);
        append((byte) '.');
        long rest = units % unit;
        do {
            append((byte) ('0' + rest * 10 / unit));
            rest = rest * 10 % unit;
        } while (rest > 0);
        return this;
    }

    public void fill(char ascii, int count) {
        reserve(count);
        Arrays.fill(array, length, length + count, (byte) ascii);
        length += count;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, length);
    }

    @Override
    public String toString() {
        return new String(array, 0, length, StandardCharsets.UTF_8);
    }

    private Bytes append(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, array, length, count);
        length += count;
        return this;
    }

    private void reserve(int more) {
        if (array.length - length < more) {
            array = Arrays.copyOf(
                    array, Math.max(Math.addExact(length, more), (int) Math.min(array.length * 2L, 1 << 30)));
        }
    }
}
