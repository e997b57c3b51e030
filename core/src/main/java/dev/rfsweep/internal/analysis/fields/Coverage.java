package dev.rfsweep.internal.analysis.fields;

import java.util.Arrays;

/** Which positions of an interval are seen: all, those of a bit set, or not known. Immutable. */
final class Coverage {

    /** Every position is seen. */
    static final Coverage SOLID = new Coverage(null);

    /** Not followed, as there were too many positions. */
    static final Coverage UNKNOWN = new Coverage(new long[0]);

    /** A bit a position; null where all are seen, empty where that is not known. */
    private final long[] bits;

    private Coverage(long[] bits) {
        this.bits = bits;
    }

    /** The positions whose bits are set, among the first {@code size}. Takes over the array. */
    static Coverage of(long[] bits, long size) {
        Coverage holes = new Coverage(bits);
        return holes.count(size) == size ? SOLID : holes;
    }

    boolean solid() {
        return bits == null;
    }

    boolean unknown() {
        return bits != null && bits.length == 0;
    }

    /** Positions seen among {@code size}, or -1 if that is not known. */
    long count(long size) {
        if (unknown()) {
            return -1;
        }
        if (solid()) {
            return size;
        }
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Adds these positions, {@code size} of them and {@code offset} further on, to {@code target}. */
    void addTo(long[] target, int offset, int size) {
        if (solid()) {
            fill(target, offset, offset + size);
            return;
        }
        int words = offset >> 6;
        int shift = offset & 63;
        for (int i = 0; i < bits.length; i++) {
            target[words + i] |= bits[i] << shift;
            if (shift != 0 && words + i + 1 < target.length) {
                target[words + i + 1] |= bits[i] >>> (64 - shift);
            }
        }
    }

    private static void fill(long[] target, int from, int to) {
        int first = from >> 6;
        int last = (to - 1) >> 6;
        long head = -1L << (from & 63);
        long tail = -1L >>> (63 - ((to - 1) & 63));
        if (first == last) {
            target[first] |= head & tail;
            return;
        }
        target[first] |= head;
        Arrays.fill(target, first + 1, last, -1L);
        target[last] |= tail;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coverage holes && Arrays.equals(bits, holes.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }
}
