package dev.rfsweep.internal.analysis.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * The spatial axes that one dimension of a tensor holds: none (batch, channels), one, or several whole axes flattened into it in
 * row-major order, perhaps with channels among them.
 *
 * @param order axes, the outermost first, with {@link #CHANNELS} in place of flattened channels
 */
record DimensionAxes(List<Integer> order) {

    /** Stands among the axes for channels that are flattened into the dimension with them. */
    static final int CHANNELS = -1;

    static final DimensionAxes NONE = new DimensionAxes(List.of());

    static DimensionAxes of(int axis) {
        return new DimensionAxes(List.of(axis));
    }

    /** These axes with one more inside them. */
    DimensionAxes with(int inner) {
        return new DimensionAxes(Stream.concat(order.stream(), Stream.of(inner)).toList());
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    /** Whether several are flattened into one dimension. */
    boolean isFlattened() {
        return order.size() > 1;
    }

    boolean contains(int axis) {
        return order.contains(axis);
    }
}
