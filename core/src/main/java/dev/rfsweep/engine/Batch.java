package dev.rfsweep.engine;

import java.math.BigInteger;

/**
 * Matching variants of one stretch of ids, in ascending order of id. The engine reuses batches: read what is needed
 * inside the call that hands one over, and keep nothing of it.
 *
 * <p>Ids can exceed 63 bits, so a batch holds them as {@code origin + offset}; the origin is the same for every batch of
 * a sweep, and zero unless the ids need it.
 */
public final class Batch {

    final BigInteger origin;
    final long[][] columns;
    final long[] offsets;
    int count;

    Batch(BigInteger origin, int columns, int capacity) {
        this.origin = origin;
        this.columns = new long[columns][capacity];
        this.offsets = new long[capacity];
    }

    /** Number of rows, at least 1. */
    public int count() {
        return count;
    }

    /** What offsets count from. */
    public BigInteger origin() {
        return origin;
    }

    /** The id of row {@code row}, less the {@link #origin()}. */
    public long offset(int row) {
        return offsets[row];
    }

    /** The id of row {@code row}. */
    public BigInteger id(int row) {
        return origin.add(BigInteger.valueOf(offsets[row]));
    }

    /** The value in row {@code row} of the sweep's column number {@code column}; {@code erf} as {@code 12V}. */
    public long get(int column, int row) {
        return columns[column][row];
    }
}
