package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.fields.Field;
import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.fields.FieldAlgebra;
import dev.rfsweep.internal.analysis.fields.FieldPass;
import dev.rfsweep.internal.analysis.fields.Views;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.ConcatPart;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.Size;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Works out, only when asked, what there is to say about one tensor. */
final class Notes {

    private static final double CLOSE = 1e-9;

    private final FieldPass fields;
    private final Tensor tensor;
    private final int axes;
    private final FieldAlgebra forward = new FieldAlgebra();

    /** Each note with the axes that it is about: the same note often holds along several. */
    private final Map<Note, List<String>> notes = new LinkedHashMap<>();

    Notes(FieldPass fields, Tensor tensor) {
        this.fields = fields;
        this.tensor = tensor;
        this.axes = fields.graph().axes();
    }

    List<Note> all() {
        for (int link = 0; link < tensor.links().size(); link++) {
            leftOut(link);
        }
        if (tensor.remark() != null) {
            add(Note.Kind.LOST, tensor.remark());
        }
        for (int axis = 0; axis < axes; axis++) {
            List<OperatorInput> links = fields.followed(tensor, axis);
            for (int i = 1; i < links.size(); i++) {
                pair(axis, links.get(0), links.get(i));
            }
            unknown(axis, links);
        }
        List<Note> all = new ArrayList<>();
        notes.forEach((note, names) -> all.add(
                names.isEmpty()
                        ? note
                        : new Note(note.kind(), note.text() + " (along " + String.join(", ", names) + ")")));
        return List.copyOf(all);
    }

    private void leftOut(int link) {
        int along = fields.leftOut(tensor, link);
        if (along == 0) {
            return;
        }
        Tensor branch = tensor.links().get(link).source();
        boolean statistics = NormalizationStatistics.joined(tensor, branch);
        String sort = statistics ? "statistics" : tensor.label().op().equals("Concat") ? "image pooling" : "a gate";
        add(
                statistics ? Note.Kind.STATISTICS : Note.Kind.GATE,
                "left out: the branch '" + branch.name() + "' into '"
                        + tensor.label().node() + "', which is one value "
                        + (fields.ignores(tensor, link) ? "for the whole map" : "along " + names(along)) + " (" + sort
                        + ")");
    }

    private String names(int along) {
        return IntStream.range(0, axes)
                .filter(axis -> (along >> axis & 1) != 0)
                .mapToObj(axis -> Column.axisName(axis, axes))
                .collect(Collectors.joining(", "));
    }

    private void pair(int axis, OperatorInput one, OperatorInput other) {
        Field left = through(one, axis);
        Field right = through(other, axis);
        if (left instanceof Special || right instanceof Special) {
            return;
        }
        String first = "'" + one.source().name() + "'";
        String second = "'" + other.source().name() + "'";
        if (one.read(axis) instanceof ConcatPart) {
            if (!left.equals(right)) {
                String paths = first + " and " + second;
                add(Note.Kind.PARTS, where() + " joins parts that see different things: " + paths, axis);
            }
        } else if (!FieldAlgebra.sameStride(left, right)) {
            String strides = stride(left) + " through " + first + ", " + stride(right) + " through " + second;
            String what = " merges paths of different effective stride, so units are not alike: ";
            add(Note.Kind.STRIDES, where() + what + strides, axis);
        } else {
            double apart = Math.abs(FieldAlgebra.middle(left) - FieldAlgebra.middle(right));
            if (apart > CLOSE) {
                String centres = "the centres of " + first + " and " + second + " are " + apart + " px apart";
                add(Note.Kind.NOT_ALIGNED, where() + " merges paths that are not aligned: " + centres, axis);
            }
        }
    }

    private Field through(OperatorInput link, int axis) {
        return forward.through(
                fields.field(link.source(), axis),
                link.read(axis),
                tensor.shape().units(axis));
    }

    private static String stride(Field field) {
        AxisView view = Views.of(field);
        return view.strideDen() == 0 ? "none" : view.stride() + (view.strideDen() == 1 ? "" : "/" + view.strideDen());
    }

    /** Said only of the first tensor whose field is unknown, not of those behind it. */
    private void unknown(int axis, List<OperatorInput> links) {
        boolean before = links.stream().anyMatch(link -> fields.field(link.source(), axis) == Special.UNKNOWN);
        if (fields.field(tensor, axis) == Special.UNKNOWN && !before) {
            String reason = tensor.shape().units(axis) == Size.UNKNOWN
                    ? " needs the size of the network's input, so what its units see is not known"
                    : " has too many different units or taps for what they see to be followed";
            add(Note.Kind.UNKNOWN, where() + reason, axis);
        }
    }

    private String where() {
        return "node '" + tensor.label().node() + "'";
    }

    private void add(Note.Kind kind, String text) {
        notes.put(new Note(kind, text), List.of());
    }

    private void add(Note.Kind kind, String text, int axis) {
        String name = Column.axisName(axis, axes);
        List<String> names = notes.computeIfAbsent(new Note(kind, text), absent -> new ArrayList<>());
        if (!names.contains(name)) {
            names.add(name);
        }
    }
}
