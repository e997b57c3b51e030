package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.metric.Column;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns uses by dimension into reads by spatial axis, and finds out which axes the output carries where. */
final class AxisAssignment {

    private final int axes;
    private final long[] sizes;
    private final DimensionAxes[] carried;
    private final long[] extents;
    private String remark;

    AxisAssignment(int axes, long[] sizes) {
        this.axes = axes;
        this.sizes = sizes;
        this.carried = new DimensionAxes[sizes.length];
        Arrays.fill(carried, DimensionAxes.NONE);
        this.extents = new long[axes];
        Arrays.fill(extents, 1);
    }

    Tensor connect(int id, OutputLabel label, DimensionReads... all) {
        List<DimensionReads> uses =
                Arrays.stream(all).filter(use -> use.source != null).toList();
        uses.forEach(this::claim);
        List<OperatorInput> links = uses.stream()
                .map(use -> new OperatorInput(use.source, reads(use), reduced(use)))
                .toList();
        return new Tensor(id, label, new Shape(sizes, carried, extents), links, remark);
    }

    /**
     * An axis is carried by the output dimension that follows it first. A matrix of positions by positions, as in
     * attention, has it twice; along the second dimension all positions count as read.
     */
    private void claim(DimensionReads use) {
        for (int dim = 0; dim < sizes.length; dim++) {
            int from = use.from[dim];
            DimensionAxes there =
                    from < 0 ? DimensionAxes.NONE : use.source.shape().carried(from);
            if (there.isEmpty()) {
                continue;
            }
            if (carried[dim].isEmpty() && !claimed(there)) {
                claim(dim, there, use);
            } else if (!carried[dim].isEmpty() && !carried[dim].equals(there) && sizes[dim] != 1) {
                remark = "dimension " + dim + " holds " + named(carried[dim]) + " of one input and " + named(there)
                        + " of '" + use.source.name() + "': along " + named(there)
                        + " a unit counts as seeing all of that input";
            }
        }
    }

    private void claim(int dim, DimensionAxes there, DimensionReads use) {
        if (there.isFlattened() && !keepsUnits(use, dim)) {
            remark = "the axes flattened into dimension " + use.from[dim] + " of " + use.source.name()
                    + " are not followed through it: it counts as seeing all of them";
            return;
        }
        carried[dim] = there;
        for (int axis = 0; axis < axes; axis++) {
            if (there.contains(axis)) {
                boolean flattened = there.isFlattened() && sizes[dim] != 1;
                extents[axis] = flattened ? use.source.shape().units(axis) : sizes[dim];
            }
        }
    }

    private String named(DimensionAxes there) {
        return IntStream.range(0, axes)
                .filter(there::contains)
                .mapToObj(axis -> Column.axisName(axis, axes))
                .collect(Collectors.joining(" and "));
    }

    /** Whether some dimension carries one of these axes already. */
    private boolean claimed(DimensionAxes there) {
        return IntStream.range(0, axes).filter(there::contains).anyMatch(axis -> Arrays.stream(carried)
                .anyMatch(other -> other.contains(axis)));
    }

    private boolean keepsUnits(DimensionReads use, int dim) {
        Read read = use.reads[dim];
        long before = use.source.shape().size(use.from[dim]);
        boolean cut = before != sizes[dim] && before != Size.UNKNOWN && sizes[dim] != Size.UNKNOWN;
        return read instanceof Every || read.equals(Slide.BROADCAST) || (read.equals(Slide.SAME) && !cut);
    }

    private int reduced(DimensionReads use) {
        int reduced = 0;
        for (int dim : use.reduced) {
            for (int axis = 0; axis < axes; axis++) {
                reduced |= use.source.shape().carried(dim).contains(axis) ? 1 << axis : 0;
            }
        }
        return reduced;
    }

    private List<Read> reads(DimensionReads use) {
        return IntStream.range(0, axes).mapToObj(axis -> read(use, axis)).toList();
    }

    private Read read(DimensionReads use, int axis) {
        Shape shape = use.source.shape();
        int source = shape.dimOf(axis);
        Read read = Every.INDEX;
        for (int dim = 0; source >= 0 && dim < sizes.length; dim++) {
            if (use.from[dim] == source && carried[dim].equals(shape.carried(source))) {
                read = use.reads[dim];
            }
        }
        return read instanceof Every ? every(shape.units(axis), extents[axis]) : read;
    }

    /**
     * To read all of an input of one unit is to read that unit: index for index if the output has one unit as well,
     * otherwise a broadcast.
     */
    static Read every(long units, long out) {
        return units != 1 ? Every.INDEX : out == 1 ? Slide.SAME : Slide.BROADCAST;
    }
}
