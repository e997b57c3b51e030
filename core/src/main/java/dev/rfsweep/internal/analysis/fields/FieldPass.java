package dev.rfsweep.internal.analysis.fields;

import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.ConcatPart;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.metric.Column;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The field of every tensor along every axis, found in one pass over the graph in topological order, and which branches were
 * left out on the way.
 */
public final class FieldPass {

    private final Field[] fields;

    /** For each link the axes, one bit each, along which it is left out; null where none is. */
    private final int[][] leftOut;

    /** Axes, one bit each, along which operators that are global by definition have reduced all that a tensor sees. */
    private final int[] pooled;

    private final Graph graph;
    private final int axes;
    private final boolean ignoring;
    private final FieldAlgebra forward = new FieldAlgebra();

    private FieldPass(Graph graph, Gates gates) {
        this.graph = graph;
        this.axes = graph.axes();
        this.ignoring = gates == Gates.IGNORE;
        int count = graph.tensors().size();
        fields = new Field[count * axes];
        leftOut = new int[count][];
        pooled = new int[count];
    }

    /**
     * The fields of all tensors of {@code graph}.
     *
     * @throws GraphException when a field does not fit into a {@code long}
     */
    public static FieldPass of(Graph graph, Gates gates) {
        FieldPass pass = new FieldPass(graph, gates);
        pass.run();
        return pass;
    }

    public Graph graph() {
        return graph;
    }

    /** The field of {@code tensor} along {@code axis}. */
    public Field field(Tensor tensor, int axis) {
        return fields[tensor.id() * axes + axis];
    }

    /** Whether input {@code link} of {@code tensor} is left out along every axis. */
    public boolean ignores(Tensor tensor, int link) {
        return leftOut(tensor, link) == (1 << axes) - 1;
    }

    /** Whether input {@code link} of {@code tensor} is left out along {@code axis}. */
    public boolean ignores(Tensor tensor, int link, int axis) {
        return (leftOut(tensor, link) >> axis & 1) != 0;
    }

    /** The axes, one bit each, along which input {@code link} of {@code tensor} is left out. */
    public int leftOut(Tensor tensor, int link) {
        return leftOut[tensor.id()] == null ? 0 : leftOut[tensor.id()][link];
    }

    /** The inputs of {@code tensor} that count along {@code axis}: all that are not left out. */
    public List<OperatorInput> followed(Tensor tensor, int axis) {
        if (leftOut[tensor.id()] == null) {
            return tensor.links();
        }
        return IntStream.range(0, tensor.links().size())
                .filter(link -> !ignores(tensor, link, axis))
                .mapToObj(tensor.links()::get)
                .toList();
    }

    /** Whether operators that are global by definition have reduced all that {@code tensor} sees along {@code axis}. */
    public boolean pooled(Tensor tensor, int axis) {
        return (pooled[tensor.id()] >> axis & 1) != 0;
    }

    private void run() {
        for (int axis = 0; axis < axes; axis++) {
            fields[axis] = Field.Steady.PIXEL;
        }
        for (int id = 1; id < graph.tensors().size(); id++) {
            Tensor tensor = graph.tensors().get(id);
            if (tensor.links().size() > 1 && ignoring) {
                leftOut[id] = leftOut(tensor);
            }
            pooled[id] = pooled(tensor);
            for (int axis = 0; axis < axes; axis++) {
                fields[id * axes + axis] = axis > 0 && alike(tensor, axis) ? fields[id * axes] : merged(tensor, axis);
            }
        }
    }

    /** Whether {@code axis} of all inputs was read as axis 0 was, so that the same field comes out. */
    private boolean alike(Tensor tensor, int axis) {
        boolean alike = tensor.shape().units(axis) == tensor.shape().units(0);
        for (int i = 0; i < tensor.links().size(); i++) {
            OperatorInput link = tensor.links().get(i);
            int source = link.source().id() * axes;
            alike = alike
                    && ignores(tensor, i, axis) == ignores(tensor, i, 0)
                    && fields[source + axis] == fields[source]
                    && link.source().shape().units(axis)
                            == link.source().shape().units(0)
                    && same(link.read(axis), link.read(0));
        }
        return alike;
    }

    /** Reads of two axes are mostly one object. */
    private static boolean same(Read one, Read other) {
        return one == other || one.equals(other);
    }

    private Field merged(Tensor tensor, int axis) {
        try {
            Field field = Special.NOTHING;
            for (int i = 0; i < tensor.links().size(); i++) {
                if (!ignores(tensor, i, axis)) {
                    field = merge(
                            field,
                            branch(tensor, tensor.links().get(i), axis),
                            tensor.shape().units(axis));
                }
            }
            return field;
        } catch (ArithmeticException overflow) {
            throw new GraphException("the receptive field of " + tensor.name() + " along " + Column.axisName(axis, axes)
                    + " does not fit into 64 bits");
        }
    }

    /**
     * What the tensor sees through one input. Through a part of a concatenation along this axis only the units of that
     * part see anything, unless all parts have the same field, which then goes on from part to part.
     */
    private Field branch(Tensor tensor, OperatorInput link, int axis) {
        long out = tensor.shape().units(axis);
        Field field = forward.through(fields[link.source().id() * axes + axis], link.read(axis), out);
        if (field instanceof Special || !(link.read(axis) instanceof ConcatPart part) || seamless(tensor, axis)) {
            return field;
        }
        long units = link.source().shape().units(axis);
        return units == Size.UNKNOWN
                ? Special.UNKNOWN
                : FieldAlgebra.only(field, part.offset(), part.offset() + units, out);
    }

    private boolean seamless(Tensor tensor, int axis) {
        Field first = null;
        for (OperatorInput link : tensor.links()) {
            Field field = forward.through(
                    fields[link.source().id() * axes + axis],
                    link.read(axis),
                    tensor.shape().units(axis));
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
        return FieldAlgebra.sameStride(one, other) ? forward.together(one, other) : forward.unitByUnit(one, other, out);
    }

    private int[] leftOut(Tensor tensor) {
        int[] out = null;
        for (int axis = 0; axis < axes; axis++) {
            if (besideAMap(tensor, axis)) {
                out = out == null ? new int[tensor.links().size()] : out;
                for (int i = 0; i < out.length; i++) {
                    out[i] |= gate(tensor.links().get(i), axis) ? 1 << axis : 0;
                }
            }
        }
        return out;
    }

    /** Whether there are gates and, beside them, a map for them to scale that does not see everything by itself. */
    private boolean besideAMap(Tensor tensor, int axis) {
        boolean gates = false;
        boolean map = false;
        for (OperatorInput link : tensor.links()) {
            boolean gate = gate(link, axis);
            gates |= gate;
            if (!gate && !constant(link.source())) {
                if (seesAll(link, axis)) {
                    return false;
                }
                map = true;
            }
        }
        return gates && map;
    }

    /** A part of a concatenation along the axis itself has units of its own, so it is no gate. */
    private boolean gate(OperatorInput link, int axis) {
        return !constant(link.source()) && reduced(link, axis) && !(link.read(axis) instanceof ConcatPart);
    }

    private boolean seesAll(OperatorInput link, int axis) {
        return link.read(axis) instanceof Every || fields[link.source().id() * axes + axis] == Special.WHOLE;
    }

    private boolean constant(Tensor source) {
        return fields[source.id() * axes] == Special.NOTHING;
    }

    private int pooled(Tensor tensor) {
        int all = 0;
        for (int axis = 0; axis < axes; axis++) {
            boolean any = false;
            boolean only = true;
            for (OperatorInput link : tensor.links()) {
                any |= !constant(link.source());
                only &= constant(link.source()) || reduced(link, axis);
            }
            all |= any && only ? 1 << axis : 0;
        }
        return all;
    }

    /**
     * What saw everything before it was reduced, because of a softmax, attention or a dense layer, is no gate after
     * the reduction either.
     */
    private boolean reduced(OperatorInput link, int axis) {
        int source = link.source().id();
        boolean here = (link.reduced() >> axis & 1) != 0 && fields[source * axes + axis] != Special.WHOLE;
        return here || (pooled[source] >> axis & 1) != 0;
    }
}
