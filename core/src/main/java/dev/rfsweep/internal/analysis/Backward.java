package dev.rfsweep.internal.analysis;

import dev.rfsweep.model.Column;

/** Walks from one unit back to the input, in reverse topological order, with exact sets. */
final class Backward {

    private final FieldPass fields;
    private final int axes;

    Backward(FieldPass fields) {
        this.fields = fields;
        this.axes = fields.graph().axes();
    }

    Region region(Tensor tensor, long... unit) {
        if (unit.length != axes) {
            throw new GraphException("a unit of this network has " + axes + " coordinates, found " + unit.length);
        }
        Runs[] box = new Runs[axes];
        for (int axis = 0; axis < axes; axis++) {
            requireInside(tensor, axis, unit[axis]);
            box[axis] = Runs.of(unit[axis], unit[axis]);
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
            Link link = tensor.links().get(i);
            int source = link.source().id();
            if (wanted[source] == null) {
                wanted[source] = new Region(axes);
            }
            for (Runs[] box : wanted[tensor.id()].boxes()) {
                Runs[] inputs = new Runs[axes];
                for (int axis = 0; axis < axes; axis++) {
                    inputs[axis] = fields.ignores(tensor, i, axis) ? Runs.ELSEWHERE : through(link, axis, box[axis]);
                }
                wanted[source].add(inputs);
            }
            wanted[source].inherit(wanted[tensor.id()]);
        }
    }

    private static Runs through(Link link, int axis, Runs units) {
        Runs inputs = Back.through(link.read(axis), units.here(), units(link.source(), axis));
        return units.elsewhere() ? inputs.or(Runs.ELSEWHERE) : inputs;
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
        if (units == Shape.UNKNOWN) {
            throw new GraphException("the size of " + tensor.name() + " along " + name(tensor, axis)
                    + " is unknown: give the size of the network's input (--size)");
        }
        return units;
    }

    private static String name(Tensor tensor, int axis) {
        return Column.axisName(axis, tensor.shape().axes());
    }
}
