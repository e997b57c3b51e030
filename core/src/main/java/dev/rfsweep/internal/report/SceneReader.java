package dev.rfsweep.internal.report;

import dev.rfsweep.internal.analysis.Adviser;
import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.graph.GraphException;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.report.scene.Branches;
import dev.rfsweep.internal.report.scene.LayerNames;
import dev.rfsweep.internal.report.scene.PathDensity;
import dev.rfsweep.internal.report.scene.Scene;
import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.scene.Trunk;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.model.metric.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what there is to draw in an analysed network: the last map whose units still stand somewhere, and the layers that
 * lead to it.
 */
final class SceneReader {

    private final Analysis analysis;
    private final int axes;
    private final Branches branches;
    private final Tensor target;

    private SceneReader(Analysis analysis, Tensor output) {
        this.analysis = analysis;
        this.axes = analysis.graph().axes();
        this.branches = new Branches(analysis);
        this.target = target(output);
    }

    /**
     * The scene of the layers that lead to {@code output}.
     *
     * @throws GraphException where no layer sees less than everything
     */
    static Scene read(String title, Analysis analysis, Tensor output) {
        return new SceneReader(analysis, output).scene(title);
    }

    /** Goes back from the output until units have a place on every axis. */
    private Tensor target(Tensor output) {
        List<Tensor> tensors = analysis.graph().tensors();
        boolean[] before = new boolean[tensors.size()];
        before[output.id()] = true;
        for (int id = output.id(); id > 0; id--) {
            if (before[id] && branches.local(tensors.get(id))) {
                return tensors.get(id);
            }
            if (before[id]) {
                branches.of(tensors.get(id))
                        .forEach(link -> before[link.source().id()] = true);
            }
        }
        throw new GraphException("nothing to draw: no layer sees less than the whole input");
    }

    private Scene scene(String title) {
        Trunk trunk = new Trunk(branches, target);
        if (trunk.layers().isEmpty()) {
            throw new GraphException("nothing to draw: no layer sees more than one position");
        }
        List<String> names = LayerNames.of(analysis.graph().tensors(), trunk);
        List<Track> tracks = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            tracks.add(track(trunk, names, axis));
        }
        return new Scene(title, facts(tracks, leftOut(trunk)), tracks, trunk.skips());
    }

    private Track track(Trunk trunk, List<String> names, int axis) {
        List<Step> steps = new ArrayList<>();
        for (Tensor layer : trunk.layers()) {
            Read read = branches.of(layer).get(0).read(axis);
            boolean covers = Adviser.covers(analysis, layer, axis);
            steps.add(new Step(names.get(steps.size()), read, known(layer, axis), analysis.view(layer, axis), covers));
        }
        Tensor last = trunk.layers().get(steps.size() - 1);
        long unit = steps.get(steps.size() - 1).nearest(known(last, axis) / 2);
        return new Track(
                Column.axisName(axis, axes),
                known(analysis.graph().input(), axis),
                steps,
                trunk.chain(),
                unit,
                PathDensity.of(branches, last, axis, unit));
    }

    private static long known(Tensor tensor, int axis) {
        return Math.max(0, tensor.shape().units(axis));
    }

    private String facts(List<Track> tracks, String leftOut) {
        String sizes =
                tracks.stream().map(track -> Long.toString(track.size())).collect(Collectors.joining(" \u00d7 "));
        return LabelText.tail(tracks.get(0).last().name(), 40) + ": field "
                + across(tracks, track -> LabelText.field(track.last())) + " px, stride "
                + across(tracks, track -> LabelText.stride(track.last())) + ", ERF diameter "
                + across(tracks, track -> LabelText.length(track.last().erf())) + " px"
                + (tracks.get(0).size() == 0 ? "" : "; input " + sizes)
                + leftOut;
    }

    private static String leftOut(Trunk trunk) {
        String gates = trunk.leavesOut(Note.Kind.GATE) ? "gates" : "";
        String statistics = trunk.leavesOut(Note.Kind.STATISTICS) ? "statistics" : "";
        String both = gates.isEmpty() || statistics.isEmpty() ? gates + statistics : gates + " and " + statistics;
        return both.isEmpty() ? "" : "; " + both + " left out";
    }

    /** One value where all axes agree. */
    private static String across(List<Track> tracks, Function<Track, String> value) {
        List<String> values = tracks.stream().map(value).toList();
        return values.stream().distinct().count() == 1
                ? values.get(0)
                : values.stream().collect(Collectors.joining(" \u00d7 "));
    }
}
