package dev.rfsweep.model;

import java.math.BigInteger;

/**
 * A range of numbers in ascending order: ids of variants, or ranks of matches. It is the unit in which work is shared.
 *
 * @param from the first number
 * @param to the first number behind the range; {@code from} when the range is empty
 */
public record IdRange(BigInteger from, BigInteger to) {

    /** @throws IllegalArgumentException when these are not two numbers from 0 on in ascending order */
    public IdRange {
        if (from.signum() < 0 || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("ids " + from + ".." + to + " are not in ascending order from 0 on");
        }
    }

    /** The first {@code count} numbers. */
    public static IdRange first(BigInteger count) {
        return new IdRange(BigInteger.ZERO, count);
    }

    /** How many numbers there are. */
    public BigInteger length() {
        return to.subtract(from);
    }

    public boolean isEmpty() {
        return from.equals(to);
    }

    /** Whether all of these numbers are in {@code other}. */
    public boolean isWithin(IdRange other) {
        return other.from.compareTo(from) <= 0 && to.compareTo(other.to) <= 0;
    }

    /** What is left without the first {@code count} numbers. */
    public IdRange skip(BigInteger count) {
        return new IdRange(from.add(count).min(to), to);
    }

    /** At most the first {@code count} numbers. */
    public IdRange limit(long count) {
        return new IdRange(from, from.add(BigInteger.valueOf(count)).min(to));
    }

    /** Part number {@code part}, from 0, of {@code parts} parts whose lengths differ by one at most. */
    public IdRange part(long part, long parts) {
        return new IdRange(cut(part, parts), cut(part + 1, parts));
    }

    private BigInteger cut(long part, long parts) {
        return from.add(length().multiply(BigInteger.valueOf(part)).divide(BigInteger.valueOf(parts)));
    }
}
