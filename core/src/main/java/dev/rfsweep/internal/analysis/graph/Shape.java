package dev.rfsweep.internal.analysis.graph;

import java.util.Arrays;

/**
 * Dimensions of a tensor, and which of them carry a spatial axis of the network's input. A dimension carries no axis
 * (batch, channels), one, or several whole axes flattened into it in row-major order, perhaps with channels among them. An
 * axis that no dimension carries has been reduced to one unit.
 */
public final class Shape {

    /** Size of a dimension that is not known. */
    public static final long UNKNOWN = -1;

    /** Stands among the axes of a dimension for channels that are flattened into it with them. */
    static final int CHANNELS = 14;

    private static final int NIBBLE = 4;

    private final long[] sizes;

    /** Axes of each dimension: one nibble of axis + 1 each, the innermost lowest. */
    private final int[] carried;

    private final long[] extents;

    Shape(long[] sizes, int[] carried, long[] extents) {
        this.sizes = sizes;
        this.carried = carried;
        this.extents = extents;
    }

    /** Number of dimensions. */
    public int rank() {
        return sizes.length;
    }

    /** Size of dimension {@code dim}, or {@link #UNKNOWN}. */
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

    /** Units along spatial axis {@code axis}: 1 where it has been reduced, {@link #UNKNOWN} where it is not known. */
    public long units(int axis) {
        return extents[axis];
    }

    /** The dimension that carries {@code axis}, alone or flattened with others, or -1. */
    public int dimOf(int axis) {
        for (int dim = 0; dim < carried.length; dim++) {
            if (carries(carried[dim], axis)) {
                return dim;
            }
        }
        return -1;
    }

    /** The one axis that dimension {@code dim} carries, or -1 when there is none or more than one. */
    public int axisOf(int dim) {
        return carried[dim] >>> NIBBLE == 0 ? carried[dim] - 1 : -1;
    }

    /** Whether dimension {@code dim} carries any axis. */
    public boolean tracked(int dim) {
        return carried[dim] != 0;
    }

    /** Whether dimension {@code dim} holds channels and positions at once. */
    public boolean mixed(int dim) {
        return carries(carried[dim], CHANNELS);
    }

    /** The same axes carried in the same places, with other sizes; arrays are handed over. */
    Shape resized(long[] newSizes, long[] newExtents) {
        return new Shape(newSizes, carried, newExtents);
    }

    int carried(int dim) {
        return carried[dim];
    }

    /** The axes of a dimension, outermost first, as one number. */
    static int pack(int outer, int axis) {
        return outer << NIBBLE | axis + 1;
    }

    static boolean carries(int packed, int axis) {
        for (int rest = packed; rest != 0; rest >>>= NIBBLE) {
            if ((rest & 15) == axis + 1) {
                return true;
            }
        }
        return false;
    }

    static boolean composite(int packed) {
        return packed >>> NIBBLE != 0;
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
            text.append(dim == 0 ? "" : ", ").append(sizes[dim] == UNKNOWN ? "?" : String.valueOf(sizes[dim]));
        }
        return text.append(']').toString();
    }
}
