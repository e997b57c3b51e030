package dev.rfsweep.network;

import dev.rfsweep.model.Column;
import dev.rfsweep.network.Field.Special;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Works out, only when asked, what there is to say about one tensor. */
final class Notes {

    private static final double CLOSE = 1e-9;

    private final Analysis analysis;
    private final Tensor tensor;
    private final int axes;

    /** The axes often agree, and then so do the notes. */
    private final Set<Note> notes = new LinkedHashSet<>();

    Notes(Analysis analysis, Tensor tensor) {
        this.analysis = analysis;
        this.tensor = tensor;
        this.axes = analysis.graph().axes();
    }

    List<Note> all() {
        for (int link = 0; link < tensor.links.length; link++) {
            if (analysis.ignores(tensor, link)) {
                add(
                        Note.Kind.GATE,
                        "the field is without the gate '" + tensor.links[link].source.name()
                                + "', which sees the whole map");
            }
        }
        if (tensor.remark != null) {
            add(Note.Kind.LOST, tensor.remark);
        }
        List<Link> links = analysis.followed(tensor);
        for (int axis = 0; axis < axes; axis++) {
            for (int i = 1; i < links.size(); i++) {
                pair(axis, links.get(0), links.get(i));
            }
            if (analysis.field(tensor, axis) == Special.UNKNOWN) {
                unknown(axis);
            }
        }
        return List.copyOf(notes);
    }

    private void pair(int axis, Link one, Link other) {
        Forward forward = new Forward();
        long out = tensor.shape.units(axis);
        Field left = forward.through(analysis.field(one.source, axis), one.reads[axis], out);
        Field right = forward.through(analysis.field(other.source, axis), other.reads[axis], out);
        if (left instanceof Special || right instanceof Special) {
            return;
        }
        String paths = "'" + one.source.name() + "' and '" + other.source.name() + "'";
        if (one.reads[axis] instanceof Read.Part && !left.equals(right)) {
            add(Note.Kind.PARTS, where() + " joins parts that see different things along " + name(axis) + ": " + paths);
        } else if (!Forward.sameStride(left, right)) {
            add(
                    Note.Kind.STRIDES,
                    where() + " merges paths of different effective stride along " + name(axis) + ": "
                            + stride(left) + " through '" + one.source.name() + "', " + stride(right) + " through '"
                            + other.source.name() + "'; units are not alike, rf is the most that one of them sees");
        } else if (left.phased().repeats() && Math.abs(Forward.middle(left) - Forward.middle(right)) > CLOSE) {
            add(
                    Note.Kind.NOT_ALIGNED,
                    where() + " merges paths that are not aligned along " + name(axis) + ": " + paths + " have centres "
                            + Math.abs(Forward.middle(left) - Forward.middle(right)) + " px apart");
        }
    }

    private static String stride(Field field) {
        AxisView view = AxisView.of(field);
        return view.strideDen() == 0 ? "none" : view.stride() + (view.strideDen() == 1 ? "" : "/" + view.strideDen());
    }

    private void unknown(int axis) {
        boolean first = tensor.links.length > 0
                && analysis.followed(tensor).stream()
                        .noneMatch(link -> analysis.field(link.source, axis) == Special.UNKNOWN);
        if (first) {
            add(
                    Note.Kind.UNKNOWN,
                    where() + " has more than " + Field.MOST_PHASES + " different units along " + name(axis)
                            + ", or needs the size of the input, so what its units see is not followed");
        }
    }

    private String where() {
        return "node '" + tensor.label.node() + "'";
    }

    private String name(int axis) {
        return Column.axisName(axis, axes);
    }

    private void add(Note.Kind kind, String text) {
        notes.add(new Note(kind, text));
    }
}
