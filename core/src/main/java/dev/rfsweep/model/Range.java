package dev.rfsweep.model;

/**
 * An inclusive range of a metric; open ends are {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE}.
 *
 * @param low least value inside
 * @param high greatest value inside; below {@code low} when nothing is
 */
public record Range(long low, long high) {

    public static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean contains(long value) {
        return low <= value && value <= high;
    }

    /** Values inside both ranges. */
    public Range and(Range other) {
        return new Range(Math.max(low, other.low), Math.min(high, other.high));
    }
}
