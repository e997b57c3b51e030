package dev.rfsweep.report;

import dev.rfsweep.model.Column;
import dev.rfsweep.network.Analysis;
import dev.rfsweep.network.AxisView;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.network.Link;
import dev.rfsweep.network.Read;
import dev.rfsweep.network.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what there is to draw in an analysed network: the last map whose units still stand somewhere, and the layers that
 * lead to it. Layers that read index for index are left out, unless they are convolutions. Where the network branches,
 * the layers are those of a longest path.
 */
final class SceneReader {

    private final Analysis analysis;
    private final int axes;
    private final Tensor target;
    private boolean gates;

    private SceneReader(Analysis analysis, Tensor output) {
        this.analysis = analysis;
        this.axes = analysis.graph().axes();
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
            if (before[id] && local(tensors.get(id))) {
                return tensors.get(id);
            }
            if (before[id]) {
                followed(tensors.get(id)).forEach(link -> before[link.source().id()] = true);
            }
        }
        throw new GraphException("nothing to draw: no layer sees less than the whole input");
    }

    private boolean local(Tensor tensor) {
        return IntStream.range(0, axes)
                .allMatch(axis -> analysis.view(tensor, axis).kind() == AxisView.Kind.LOCAL);
    }

    private List<Link> followed(Tensor tensor) {
        List<Link> followed = new ArrayList<>();
        for (int link = 0; link < tensor.links().size(); link++) {
            Tensor source = tensor.links().get(link).source();
            if (analysis.ignores(tensor, link)) {
                gates = true;
            } else if (analysis.view(source, 0).kind() != AxisView.Kind.NOTHING) {
                followed.add(tensor.links().get(link));
            }
        }
        return followed;
    }

    private Scene scene(String title) {
        List<Tensor> layers = new ArrayList<>();
        boolean chain = layers(layers);
        if (layers.isEmpty()) {
            throw new GraphException("nothing to draw: no layer sees more than one position");
        }
        List<Track> tracks = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            tracks.add(track(layers, chain, axis));
        }
        return new Scene(title, facts(tracks), tracks);
    }

    /** Fills in a layer for every depth of a longest path and tells whether there is but one path. */
    private boolean layers(List<Tensor> layers) {
        List<Tensor> tensors = analysis.graph().tensors();
        int[] depth = new int[target.id() + 1];
        for (int id = 1; id <= target.id(); id++) {
            depth[id] = depth(tensors.get(id), depth);
        }
        gates = false;
        boolean chain = true;
        Deque<Tensor> path = new ArrayDeque<>();
        for (Tensor at = target; at.id() > 0; at = deepest(at, depth)) {
            path.push(at);
            chain &= followed(at).size() == 1;
        }
        path.forEach(tensor -> keep(tensor, depth[tensor.id()] - 1, layers));
        if (!chain && !layers.isEmpty()) {
            layers.set(layers.size() - 1, target); // it may join branches without seeing more than the longest
        }
        return chain;
    }

    /** The source with the longest way behind it, and among equals the one that sees most. */
    private Tensor deepest(Tensor tensor, int... depth) {
        return followed(tensor).stream()
                .map(Link::source)
                .max(Comparator.<Tensor>comparingInt(source -> depth[source.id()])
                        .thenComparingDouble(this::field))
                .orElseThrow();
    }

    private int depth(Tensor tensor, int[] depth) {
        int before = followed(tensor).stream()
                .mapToInt(link -> depth[link.source().id()])
                .max()
                .orElse(0);
        return before + (counts(tensor) ? 1 : 0);
    }

    private boolean counts(Tensor tensor) {
        return tensor.label().op().equals("Conv")
                || followed(tensor).stream().anyMatch(link -> IntStream.range(0, axes)
                        .anyMatch(axis -> !link.read(axis).equals(Read.SAME)));
    }

    private void keep(Tensor tensor, int place, List<Tensor> layers) {
        if (place < 0 || !local(tensor)) {
            return;
        }
        if (place == layers.size()) {
            layers.add(tensor);
        } else if (field(tensor) > field(layers.get(place))) {
            layers.set(place, tensor);
        }
    }

    private double field(Tensor tensor) {
        return IntStream.range(0, axes)
                .mapToDouble(axis -> analysis.view(tensor, axis).rf())
                .sum();
    }

    private Track track(List<Tensor> layers, boolean chain, int axis) {
        List<Step> steps = new ArrayList<>();
        for (Tensor layer : layers) {
            Read read = followed(layer).get(0).read(axis);
            steps.add(new Step(name(layer), read, known(layer, axis), analysis.view(layer, axis)));
        }
        Tensor last = layers.get(layers.size() - 1);
        long unit = known(last, axis) / 2;
        while (steps.get(steps.size() - 1).sight(unit).size() == 0) {
            unit++;
        }
        return new Track(
                Column.axisName(axis, axes),
                known(analysis.graph().input(), axis),
                steps,
                chain,
                unit,
                Paths.of(analysis, last, axis, unit));
    }

    /** Exporters end the names of nodes with the operator, which tells nothing beside its kernel. */
    private static String name(Tensor tensor) {
        String node = tensor.label().node();
        String op = "/" + tensor.label().op();
        return node.isEmpty() || node.equals(op)
                ? tensor.name()
                : node.endsWith(op) ? node.substring(0, node.length() - op.length()) : node;
    }

    private static long known(Tensor tensor, int axis) {
        return Math.max(0, tensor.shape().units(axis));
    }

    private String facts(List<Track> tracks) {
        String sizes =
                tracks.stream().map(track -> Long.toString(track.size())).collect(Collectors.joining(" \u00d7 "));
        return Words.tail(tracks.get(0).last().name(), 40) + ": field "
                + across(
                        tracks,
                        track -> Words.range(track.last().rfMin(), track.last().rf())) + " px, stride "
                + across(tracks, track -> Words.stride(track.last())) + ", ERF radius "
                + across(tracks, track -> Words.length(track.last().erf())) + " px"
                + (tracks.get(0).size() == 0 ? "" : "; input " + sizes)
                + (gates ? "; gates left out" : "");
    }

    /** One value where all axes agree. */
    private static String across(List<Track> tracks, Function<Track, String> value) {
        List<String> values = tracks.stream().map(value).toList();
        return values.stream().distinct().count() == 1
                ? values.get(0)
                : values.stream().collect(Collectors.joining(" \u00d7 "));
    }
}
