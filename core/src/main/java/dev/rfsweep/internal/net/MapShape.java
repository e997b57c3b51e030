package dev.rfsweep.internal.net;

import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Size;
import java.util.Arrays;
import java.util.List;

/**
 * Channels and size of a feature map. A vector, as a dense layer makes it, has channels and no axes. Either all sizes are
 * known or none is. Immutable.
 */
public final class MapShape {

    private final long channels;
    private final long[] size;

    private MapShape(long channels, long[] size) {
        this.channels = channels;
        this.size = size;
    }

    /**
     * A map of {@code rank} axes.
     *
     * @param channels channels, or 0 in a network that is described without channels
     * @param size size axis by axis, or empty when unknown
     */
    public static MapShape of(long channels, int rank, List<? extends Number> size) {
        long[] sizes = new long[rank];
        Arrays.setAll(
                sizes, axis -> size.isEmpty() ? Size.UNKNOWN : size.get(axis).longValue());
        return new MapShape(channels, sizes);
    }

    /** A vector: a map without axes. */
    static MapShape vector(long channels) {
        return new MapShape(channels, new long[0]);
    }

    /** The same channels over other sizes. Takes over the array. */
    MapShape sized(long... sizes) {
        return new MapShape(channels, sizes);
    }

    /** The same sizes with other channels. */
    public MapShape withChannels(long count) {
        return count == channels ? this : new MapShape(count, size);
    }

    public long channels() {
        return channels;
    }

    /** Number of axes; 0 for a vector. */
    public int rank() {
        return size.length;
    }

    /** Size along {@code axis}: {@link Size#UNKNOWN}, or 0 where some window on the way had no unit. */
    public long size(int axis) {
        return size[axis];
    }

    /** Whether its sizes are known. */
    public boolean isKnown() {
        return size.length == 0 || size[0] != Size.UNKNOWN;
    }

    /** Whether there is at least one unit on every axis, as far as sizes are known. */
    public boolean hasUnits() {
        for (long axis : size) {
            if (axis == 0) {
                return false;
            }
        }
        return true;
    }

    /** The lesser size on each axis, of this map and another; of a vector and a map the vector. */
    public MapShape least(MapShape other) {
        if (other == null || size.length < other.size.length) {
            return this;
        }
        long[] sizes = new long[size.length];
        Arrays.setAll(sizes, axis -> axis < other.size.length ? Math.min(size[axis], other.size[axis]) : 0);
        return other.size.length < size.length ? other : sized(sizes);
    }

    /** Units of one channel, which an overflow reports as {@code what}. The sizes must be known. */
    long area(String what) {
        if (!isKnown()) {
            throw new IllegalStateException(what + " is unknown without the size of the input");
        }
        long area = 1;
        for (long axis : size) {
            area = Exact.times(what, area, axis);
        }
        return area;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MapShape that && channels == that.channels && Arrays.equals(size, that.size);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(size) + Long.hashCode(channels);
    }

    @Override
    public String toString() {
        return channels + " channels of " + (isKnown() ? Arrays.toString(size) : "unknown size");
    }
}
