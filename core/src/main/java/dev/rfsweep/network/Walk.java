package dev.rfsweep.network;

import dev.rfsweep.model.Column;
import dev.rfsweep.network.Field.Special;

/** One pass over a graph in topological order, leaving the field of every tensor on every axis. */
final class Walk {

    final Field[] fields;

    /** Links left out as gates; null where none is. */
    final boolean[][] ignored;

    private final Graph graph;
    private final int axes;
    private final boolean ignoring;
    private final Forward forward = new Forward();

    /** Axes, a bit each, along which all units of a tensor are one: it has been pooled and broadcast at most. */
    private final int[] pooled;

    Walk(Graph graph, Gates gates) {
        this.graph = graph;
        this.axes = graph.axes();
        this.ignoring = gates == Gates.IGNORE;
        int count = graph.tensors.length;
        fields = new Field[count * axes];
        ignored = new boolean[count][];
        pooled = new int[count];
    }

    void run() {
        for (int axis = 0; axis < axes; axis++) {
            fields[axis] = Field.Steady.PIXEL;
        }
        for (int id = 1; id < graph.tensors.length; id++) {
            Tensor tensor = graph.tensors[id];
            if (tensor.links.length > 1 && ignoring) {
                ignored[id] = gates(tensor);
            }
            pooled[id] = pooled(tensor);
            for (int axis = 0; axis < axes; axis++) {
                fields[id * axes + axis] = axis > 0 && alike(tensor, axis) ? fields[id * axes] : field(tensor, axis);
            }
        }
    }

    /** Whether {@code axis} of all inputs was read as axis 0 was, so that the same field comes out. */
    private boolean alike(Tensor tensor, int axis) {
        boolean alike = tensor.shape.units(axis) == tensor.shape.units(0);
        for (Link link : tensor.links) {
            int source = link.source.id * axes;
            alike = alike
                    && fields[source + axis] == fields[source]
                    && link.source.shape.units(axis) == link.source.shape.units(0)
                    && link.reads[axis].equals(link.reads[0]);
        }
        return alike;
    }

    private Field field(Tensor tensor, int axis) {
        try {
            Field field = Special.NOTHING;
            for (int i = 0; i < tensor.links.length; i++) {
                if (ignored[tensor.id] == null || !ignored[tensor.id][i]) {
                    field = merge(field, branch(tensor, tensor.links[i], axis), tensor.shape.units(axis));
                }
            }
            return field;
        } catch (ArithmeticException overflow) {
            throw new GraphException("the receptive field of " + tensor.name() + " along " + Column.axisName(axis, axes)
                    + " does not fit into 64 bits");
        }
    }

    /** What the tensor sees through one link. A part beside others has only units of its own, unless there is no seam. */
    private Field branch(Tensor tensor, Link link, int axis) {
        long out = tensor.shape.units(axis);
        Field field = forward.through(fields[link.source.id * axes + axis], link.reads[axis], out);
        if (field instanceof Special || !(link.reads[axis] instanceof Read.Part part) || seamless(tensor, axis)) {
            return field;
        }
        long units = link.source.shape.units(axis);
        return units == Shape.UNKNOWN
                ? Special.UNKNOWN
                : Forward.only(field, part.offset(), part.offset() + units, out);
    }

    private boolean seamless(Tensor tensor, int axis) {
        Field first = null;
        for (Link link : tensor.links) {
            Field field =
                    forward.through(fields[link.source.id * axes + axis], link.reads[axis], tensor.shape.units(axis));
            if (first != null && !first.equals(field)) {
                return false;
            }
            first = field;
        }
        return true;
    }

    private Field merge(Field one, Field other, long out) {
        if (one == Special.NOTHING || other == Special.WHOLE) {
            return other;
        } else if (other == Special.NOTHING || one instanceof Special) {
            return one;
        } else if (other instanceof Special) {
            return other;
        }
        return Forward.sameStride(one, other) ? forward.together(one, other) : forward.unitByUnit(one, other, out);
    }

    private boolean[] gates(Tensor tensor) {
        boolean[] gates = new boolean[tensor.links.length];
        boolean trunk = false;
        boolean any = false;
        for (int i = 0; i < gates.length; i++) {
            Link link = tensor.links[i];
            gates[i] = !constant(link.source) && pooled(tensor, link) != 0;
            any |= gates[i];
            trunk |= !gates[i] && !constant(link.source);
        }
        return any && trunk ? gates : null;
    }

    private boolean constant(Tensor source) {
        return fields[source.id * axes] == Special.NOTHING;
    }

    private int pooled(Tensor tensor) {
        int all = tensor.links.length == 0 ? 0 : (1 << axes) - 1;
        for (int i = 0; i < tensor.links.length; i++) {
            Link link = tensor.links[i];
            boolean counts = ignored[tensor.id] == null || !ignored[tensor.id][i];
            if (counts && !constant(link.source)) {
                all &= pooled(tensor, link);
            }
        }
        return all;
    }

    /** Axes along which all outputs read the same of this link, and that one unit stands for many positions. */
    private int pooled(Tensor tensor, Link link) {
        int axesOf = pooled[link.source.id];
        for (int axis = 0; axis < axes; axis++) {
            boolean one = tensor.shape.units(axis) == 1;
            boolean gathered = link.reads[axis] instanceof Read.Every && one;
            boolean spread = link.reads[axis] instanceof Read.Slide slide && slide.stride() == 0 && !one;
            axesOf |= gathered || spread ? 1 << axis : 0;
        }
        return axesOf;
    }
}
