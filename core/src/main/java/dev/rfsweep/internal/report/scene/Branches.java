package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.model.AxisView;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What leads to a tensor, as far as it sees something of the input and is not left out as a gate or as statistics. */
public record Branches(Analysis analysis) {

    int axes() {
        return analysis.graph().axes();
    }

    /** The links that count along some axis: a branch reduced along one of them counts along the others. */
    public List<OperatorInput> of(Tensor tensor) {
        return links(tensor, link -> IntStream.range(0, axes()).anyMatch(axis -> counts(tensor, link, axis)));
    }

    /** The links that count along {@code axis}. */
    public List<OperatorInput> of(Tensor tensor, int axis) {
        return links(tensor, link -> counts(tensor, link, axis));
    }

    private static List<OperatorInput> links(Tensor tensor, IntPredicate counts) {
        return IntStream.range(0, tensor.links().size())
                .filter(counts)
                .mapToObj(tensor.links()::get)
                .toList();
    }

    private boolean counts(Tensor tensor, int link, int axis) {
        Tensor source = tensor.links().get(link).source();
        return !analysis.ignores(tensor, link, axis)
                && analysis.view(source, axis).kind() != AxisView.Kind.NOTHING;
    }

    /** Whether something of that kind is left out where {@code tensor} joins it, along some axis. */
    boolean leavesOut(Tensor tensor, Note.Kind kind) {
        return analysis.notes(tensor).stream().anyMatch(note -> note.kind() == kind);
    }

    /** Whether units see less than everything on every axis. */
    public boolean local(Tensor tensor) {
        return IntStream.range(0, axes())
                .allMatch(axis -> analysis.view(tensor, axis).kind() == AxisView.Kind.LOCAL);
    }

    /** How much units see, all axes together. */
    double field(Tensor tensor) {
        return IntStream.range(0, axes())
                .mapToDouble(axis -> analysis.view(tensor, axis).rf())
                .sum();
    }
}
