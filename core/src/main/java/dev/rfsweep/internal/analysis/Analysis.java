package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.fields.FieldPass;
import dev.rfsweep.internal.analysis.fields.Gates;
import dev.rfsweep.internal.analysis.fields.Views;
import dev.rfsweep.internal.analysis.graph.Graph;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Profile;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.analysis.regions.RegionPass;
import dev.rfsweep.model.AxisView;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the units of every tensor of a network see of its input. Immutable.
 *
 * <p>{@link #view} tells of units far from the borders, for all tensors at once; {@link #region} finds exactly what one unit
 * sees of an input of known size, walking the other way.
 */
public final class Analysis {

    private final FieldPass fields;

    private Analysis(FieldPass fields) {
        this.fields = fields;
    }

    /**
     * Analyses all tensors of {@code graph}.
     *
     * @throws dev.rfsweep.internal.analysis.graph.GraphException when a field does not fit into a {@code long}
     */
    public static Analysis of(Graph graph, Gates gates) {
        return new Analysis(FieldPass.of(graph, gates));
    }

    public Graph graph() {
        return fields.graph();
    }

    /** What units of {@code tensor} see along {@code axis}. */
    public AxisView view(Tensor tensor, int axis) {
        return Views.of(fields.field(tensor, axis));
    }

    /** Whether every unit of {@code tensor} sees the whole input. */
    public boolean global(Tensor tensor) {
        return IntStream.range(0, graph().axes()).allMatch(axis -> fields.field(tensor, axis) == Special.WHOLE);
    }

    /** What users should know about {@code tensor}. */
    public List<Note> notes(Tensor tensor) {
        return new Notes(fields, tensor).all();
    }

    /** Whether input {@code link} of {@code tensor} is left out along every axis. */
    public boolean ignores(Tensor tensor, int link) {
        return fields.ignores(tensor, link);
    }

    /** Whether input {@code link} of {@code tensor} is left out along {@code axis}. */
    public boolean ignores(Tensor tensor, int link, int axis) {
        return fields.ignores(tensor, link, axis);
    }

    /**
     * What one unit sees, exactly, every border effect included.
     *
     * @param unit its position along every axis; 0 along an axis that has been reduced
     * @throws dev.rfsweep.internal.analysis.graph.GraphException when a size is unknown or the unit outside the tensor
     */
    public Region region(Tensor tensor, long... unit) {
        return new RegionPass(fields).region(tensor, unit);
    }

    /**
     * How much each input position contributes to one unit along {@code axis}.
     *
     * @param unit its position along that axis
     * @throws dev.rfsweep.internal.analysis.graph.GraphException when a size is unknown or the unit outside the tensor
     */
    public Profile profile(Tensor tensor, int axis, long unit) {
        return Profile.of(fields, tensor, axis, unit);
    }

    FieldPass fields() {
        return fields;
    }
}
