package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.model.Size;
import java.util.Arrays;

/**
 * Dimensions of a tensor, and which of them carry a spatial axis of the network's input, see {@link DimensionAxes}. An axis that
 * no dimension carries has been reduced to one unit.
 */
public final class Shape {

    private final long[] sizes;

    /** The axes that each dimension holds. */
    private final DimensionAxes[] carried;

    /** Units along each spatial axis. */
    private final long[] extents;

    /** Arrays are handed over. */
    Shape(long[] sizes, DimensionAxes[] carried, long[] extents) {
        this.sizes = sizes;
        this.carried = carried;
        this.extents = extents;
    }

    /** Number of dimensions. */
    public int rank() {
        return sizes.length;
    }

    /** Size of dimension {@code dim}, or {@link Size#UNKNOWN}. */
    public long size(int dim) {
        return sizes[dim];
    }

    /** All sizes, a copy. */
    public long[] sizes() {
        return sizes.clone();
    }

    /** Number of spatial axes of the network. */
    public int axes() {
        return extents.length;
    }

    /** Units along spatial axis {@code axis}: 1 where it has been reduced, {@link Size#UNKNOWN} where it is not known. */
    public long units(int axis) {
        return extents[axis];
    }

    /** The dimension that carries {@code axis}, alone or flattened with others, or -1. */
    public int dimOf(int axis) {
        for (int dim = 0; dim < carried.length; dim++) {
            if (carried[dim].contains(axis)) {
                return dim;
            }
        }
        return -1;
    }

    /** The one axis that dimension {@code dim} carries, or -1 when there is none or more than one. */
    public int axisOf(int dim) {
        return carried[dim].order().size() == 1 ? carried[dim].order().get(0) : -1;
    }

    /** Whether dimension {@code dim} carries any axis. */
    public boolean tracked(int dim) {
        return !carried[dim].isEmpty();
    }

    /** Whether dimension {@code dim} holds channels and positions at once. */
    public boolean mixed(int dim) {
        return carried[dim].contains(DimensionAxes.CHANNELS);
    }

    /** The same axes carried in the same places, with other sizes; arrays are handed over. */
    Shape resized(long[] newSizes, long[] newExtents) {
        return new Shape(newSizes, carried, newExtents);
    }

    /** The axes that dimension {@code dim} holds. */
    DimensionAxes carried(int dim) {
        return carried[dim];
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Shape shape
                && Arrays.equals(sizes, shape.sizes)
                && Arrays.equals(carried, shape.carried)
                && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sizes) + Arrays.hashCode(carried);
    }

    /** Sizes in brackets, {@code ?} for unknown ones. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int dim = 0; dim < sizes.length; dim++) {
            text.append(dim == 0 ? "" : ", ").append(sizes[dim] == Size.UNKNOWN ? "?" : String.valueOf(sizes[dim]));
        }
        return text.append(']').toString();
    }
}
