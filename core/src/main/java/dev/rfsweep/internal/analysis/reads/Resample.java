package dev.rfsweep.internal.analysis.reads;

import java.util.function.LongConsumer;

/**
 * Resizing: the source coordinate of {@code o} is exactly {@code (numerator*o + offset)/denominator}, and
 * {@code interpolation} says which whole indices around it are read. Indices outside the input are clamped to its border.
 *
 * @param numerator at least 0
 * @param offset any whole number
 * @param denominator at least 1
 */
public record Resample(long numerator, long offset, long denominator, Interpolation interpolation) implements Read {

    /** Which indices around a source coordinate an interpolation reads; indices of weight zero are not read. */
    public enum Interpolation {
        /** The index at or below. */
        FLOOR,
        /** The index at or above. */
        CEIL,
        /** The nearest index, the lower one of two. */
        ROUND_PREFER_FLOOR,
        /** The nearest index, the upper one of two. */
        ROUND_PREFER_CEIL,
        /** The two neighbours, or the index itself where it is hit exactly. */
        LINEAR,
        /** The four neighbours, or the index itself where it is hit exactly. */
        CUBIC
    }

    public Resample {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("a scale must be positive");
        }
    }

    /** Half-pixel centres by {@code scale}: {@code (o + 1/2)/scale - 1/2}. */
    public static Resample halfPixel(long scale, Interpolation interpolation) {
        return new Resample(2, 1 - scale, 2 * scale, interpolation);
    }

    @Override
    public void addInputs(long first, long last, long size, IntervalSet.Collector inputs) {
        for (long unit = first; unit <= last; unit++) {
            inputs.add(clamped(first(unit), size), clamped(last(unit), size));
        }
    }

    private static long clamped(long index, long size) {
        return Math.min(Math.max(index, 0), size - 1);
    }

    @Override
    public void eachIndex(long unit, LongConsumer indices) {
        long last = last(unit);
        for (long index = first(unit); index <= last; index++) {
            indices.accept(index);
        }
    }

    @Override
    public long period() {
        return denominator / Read.gcd(numerator, denominator);
    }

    @Override
    public long shift() {
        return numerator / Read.gcd(numerator, denominator);
    }

    @Override
    public long mostIndices() {
        return 4;
    }

    /** The source coordinate of output {@code unit}, times the denominator. */
    private long scaledCoordinate(long unit) {
        return Math.addExact(Math.multiplyExact(numerator, unit), offset);
    }

    private long first(long unit) {
        long floor = Math.floorDiv(scaledCoordinate(unit), denominator);
        long rest = scaledCoordinate(unit) - floor * denominator;
        return switch (interpolation) {
            case FLOOR, LINEAR -> floor;
            case CEIL -> rest == 0 ? floor : floor + 1;
            case ROUND_PREFER_FLOOR -> 2 * rest > denominator ? floor + 1 : floor;
            case ROUND_PREFER_CEIL -> 2 * rest >= denominator ? floor + 1 : floor;
            case CUBIC -> rest == 0 ? floor : floor - 1;
        };
    }

    private long last(long unit) {
        long floor = Math.floorDiv(scaledCoordinate(unit), denominator);
        boolean exact = scaledCoordinate(unit) == floor * denominator;
        return switch (interpolation) {
            case LINEAR -> exact ? floor : floor + 1;
            case CUBIC -> exact ? floor : floor + 2;
            default -> first(unit);
        };
    }
}
