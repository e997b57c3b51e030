package dev.rfsweep.internal.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the units of every tensor of a network see of its input. Immutable.
 *
 * <p>{@link #view} tells of units far from the borders, for all tensors at once; {@link #region} finds exactly what one unit
 * sees of an input of known size, walking the other way.
 */
public final class Analysis {

    private final Graph graph;
    private final Gates gates;
    private final Field[] fields;
    private final int[][] leftOut;
    private final int[] pooled;

    private Analysis(Graph graph, Gates gates, Field[] fields, int[][] leftOut, int... pooled) {
        this.graph = graph;
        this.gates = gates;
        this.fields = fields;
        this.leftOut = leftOut;
        this.pooled = pooled;
    }

    /**
     * Analyses all tensors of {@code graph}.
     *
     * @throws GraphException when a field does not fit into a {@code long}
     */
    public static Analysis of(Graph graph, Gates gates) {
        FieldPass walk = new FieldPass(graph, gates);
        walk.run();
        return new Analysis(graph, gates, walk.fields, walk.leftOut, walk.pooled);
    }

    public Graph graph() {
        return graph;
    }

    public Gates gates() {
        return gates;
    }

    /** What units of {@code tensor} see along {@code axis}. */
    public AxisView view(Tensor tensor, int axis) {
        return AxisView.of(field(tensor, axis));
    }

    /** Whether every unit of {@code tensor} sees the whole input. */
    public boolean global(Tensor tensor) {
        boolean global = true;
        for (int axis = 0; axis < graph.axes(); axis++) {
            global &= field(tensor, axis) == Field.Special.WHOLE;
        }
        return global;
    }

    /** What users should know about {@code tensor}. */
    public List<Note> notes(Tensor tensor) {
        return new Notes(this, tensor).all();
    }

    /** Whether link {@code link} of {@code tensor} is left out along every axis. */
    public boolean ignores(Tensor tensor, int link) {
        return leftOut(tensor, link) == (1 << graph.axes()) - 1;
    }

    /** Whether link {@code link} of {@code tensor} is left out along {@code axis}. */
    public boolean ignores(Tensor tensor, int link, int axis) {
        return (leftOut(tensor, link) >> axis & 1) != 0;
    }

    /** Whether operators that are global by definition have reduced all that {@code tensor} sees along {@code axis}. */
    boolean pooled(Tensor tensor, int axis) {
        return (pooled[tensor.id] >> axis & 1) != 0;
    }

    /** Axes, a bit each, along which a link is left out. */
    int leftOut(Tensor tensor, int link) {
        return leftOut[tensor.id] == null ? 0 : leftOut[tensor.id][link];
    }

    /**
     * What one unit sees, exactly, every border effect included.
     *
     * @param unit its position along every axis; 0 along an axis that has been reduced
     * @throws GraphException when a size is unknown or the unit outside the tensor
     */
    public Region region(Tensor tensor, long... unit) {
        return new Backward(this).region(tensor, unit);
    }

    /**
     * How much each input position contributes to one unit along {@code axis}.
     *
     * @param unit its position along that axis
     * @throws GraphException when a size is unknown or the unit outside the tensor
     */
    public Profile profile(Tensor tensor, int axis, long unit) {
        return Profile.of(this, tensor, axis, unit);
    }

    Field field(Tensor tensor, int axis) {
        return fields[tensor.id * graph.axes() + axis];
    }

    /** The links that count along {@code axis}: all that are not left out. */
    List<Link> followed(Tensor tensor, int axis) {
        if (leftOut[tensor.id] == null) {
            return Arrays.asList(tensor.links);
        }
        List<Link> followed = new ArrayList<>();
        for (int link = 0; link < tensor.links.length; link++) {
            if (!ignores(tensor, link, axis)) {
                followed.add(tensor.links[link]);
            }
        }
        return followed;
    }
}
