package dev.rfsweep.internal.analysis.regions;

import dev.rfsweep.internal.analysis.fields.FieldPass;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.IntervalSet;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.metric.Column;

/** Walks from one unit back to the input, in reverse topological order, with exact sets. */
public final class RegionPass {

    private final FieldPass fields;
    private final int axes;

    public RegionPass(FieldPass fields) {
        this.fields = fields;
        this.axes = fields.graph().axes();
    }

    public Region region(Tensor tensor, long... unit) {
        if (unit.length != axes) {
            throw new GraphException("a unit of this network has " + axes + " coordinates, found " + unit.length);
        }
        IntervalSet[] box = new IntervalSet[axes];
        for (int axis = 0; axis < axes; axis++) {
            requireInside(tensor, axis, unit[axis]);
            box[axis] = IntervalSet.of(unit[axis], unit[axis]);
        }
        Region[] wanted = new Region[tensor.id() + 1];
        wanted[tensor.id()] = new Region(axes);
        wanted[tensor.id()].add(box);
        for (int id = tensor.id(); id > 0; id--) {
            if (wanted[id] != null) {
                back(fields.graph().tensors().get(id), wanted);
                wanted[id] = null;
            }
        }
        return wanted[0] == null ? new Region(axes) : wanted[0].settled();
    }

    private void back(Tensor tensor, Region[] wanted) {
        for (int i = 0; i < tensor.links().size(); i++) {
            if (fields.ignores(tensor, i)) {
                continue;
            }
            OperatorInput link = tensor.links().get(i);
            int source = link.source().id();
            if (wanted[source] == null) {
                wanted[source] = new Region(axes);
            }
            for (IntervalSet[] box : wanted[tensor.id()].boxes()) {
                IntervalSet[] inputs = new IntervalSet[axes];
                for (int axis = 0; axis < axes; axis++) {
                    inputs[axis] =
                            fields.ignores(tensor, i, axis) ? IntervalSet.ELSEWHERE : through(link, axis, box[axis]);
                }
                wanted[source].add(inputs);
            }
            wanted[source].inherit(wanted[tensor.id()]);
        }
    }

    private static IntervalSet through(OperatorInput link, int axis, IntervalSet units) {
        IntervalSet inputs = link.read(axis).inputs(units.here(), units(link.source(), axis));
        return units.elsewhere() ? inputs.or(IntervalSet.ELSEWHERE) : inputs;
    }

    static void requireInside(Tensor tensor, int axis, long unit) {
        long units = units(tensor, axis);
        if (unit < 0 || unit >= units) {
            throw new GraphException("unit " + unit + " along " + name(tensor, axis) + " is outside " + tensor.name()
                    + ", which has units 0 to " + (units - 1));
        }
    }

    /** Units of {@code tensor} along {@code axis}, which must be known. */
    static long units(Tensor tensor, int axis) {
        long units = tensor.shape().units(axis);
        if (units == Size.UNKNOWN) {
            throw GraphException.needsInputSize(
                    "the size of " + tensor.name() + " along " + name(tensor, axis) + " is unknown");
        }
        return units;
    }

    private static String name(Tensor tensor, int axis) {
        return Column.axisName(axis, tensor.shape().axes());
    }
}
