package dev.rfsweep.network;

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
    private final boolean[][] ignored;

    private Analysis(Graph graph, Gates gates, Field[] fields, boolean[][] ignored) {
        this.graph = graph;
        this.gates = gates;
        this.fields = fields;
        this.ignored = ignored;
    }

    /**
     * Analyses all tensors of {@code graph}.
     *
     * @throws GraphException when a field does not fit into a {@code long}
     */
    public static Analysis of(Graph graph, Gates gates) {
        Walk walk = new Walk(graph, gates);
        walk.run();
        return new Analysis(graph, gates, walk.fields, walk.ignored);
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

    /** Whether link {@code link} of {@code tensor} is left out as a gate. */
    public boolean ignores(Tensor tensor, int link) {
        return ignored[tensor.id] != null && ignored[tensor.id][link];
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

    /** The links that count: all, but for ignored gates. */
    List<Link> followed(Tensor tensor) {
        if (ignored[tensor.id] == null) {
            return Arrays.asList(tensor.links);
        }
        List<Link> followed = new ArrayList<>();
        for (int link = 0; link < tensor.links.length; link++) {
            if (!ignored[tensor.id][link]) {
                followed.add(tensor.links[link]);
            }
        }
        return followed;
    }
}
