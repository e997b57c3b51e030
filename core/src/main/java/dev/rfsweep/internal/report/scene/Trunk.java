package dev.rfsweep.internal.report.scene;

import dev.rfsweep.internal.analysis.Note;
import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Slide;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The layers that lead to one tensor. Layers that read index for index are left out, unless they are convolutions. Where the
 * network branches, the layers are those of a longest path, and the other branches are skips beside it.
 */
public final class Trunk {

    private final Branches branches;

    /** Layers on the longest way to every tensor. */
    private final int[] depth;

    private final Deque<Tensor> path = new ArrayDeque<>();
    private final List<Tensor> layers = new ArrayList<>();
    private boolean chain = true;

    public Trunk(Branches branches, Tensor target) {
        this.branches = branches;
        this.depth = new int[target.id() + 1];
        List<Tensor> tensors = branches.analysis().graph().tensors();
        for (int id = 1; id <= target.id(); id++) {
            depth[id] = depth(tensors.get(id));
        }
        for (Tensor at = target; at.id() > 0; at = deepest(at)) {
            path.push(at);
            chain &= branches.of(at).size() == 1 && branches.local(at);
        }
        path.forEach(this::keep);
        if (!chain && !layers.isEmpty()) {
            layers.set(layers.size() - 1, target); // it may join branches without seeing more than the longest
        }
    }

    /** A tensor for every layer: of several index for index behind each other, the one that sees most. */
    public List<Tensor> layers() {
        return layers;
    }

    /** Whether there is only one path. */
    public boolean chain() {
        return chain;
    }

    /** Whether something of that kind has been left out where it joins the longest path. */
    public boolean leavesOut(Note.Kind kind) {
        return path.stream().anyMatch(tensor -> branches.leavesOut(tensor, kind));
    }

    /** Whether {@code before} belongs to the layer of {@code tensor}, and is not the input. */
    boolean sameLayer(Tensor before, Tensor tensor) {
        return before.id() > 0 && depth[before.id()] == depth[tensor.id()];
    }

    /** Branches beside the longest path, each once. One that branches itself goes back to where its longest way does. */
    public List<Skip> skips() {
        int[] leaves = leaves();
        Set<Skip> skips = new LinkedHashSet<>();
        Tensor before = branches.analysis().graph().input();
        for (Tensor join : path) {
            for (OperatorInput link : branches.of(join)) {
                Skip skip = new Skip(leaves[link.source().id()], depth[join.id()]);
                if (link.source() != before && skip.length() > 0) {
                    skips.add(skip);
                }
            }
            before = join;
        }
        return List.copyOf(skips);
    }

    /** The layer at which the way to a tensor leaves the longest path. */
    private int[] leaves() {
        int[] leaves = new int[depth.length];
        Set<Tensor> trunk = new HashSet<>(path);
        for (int id = 1; id < leaves.length; id++) {
            Tensor tensor = branches.analysis().graph().tensors().get(id);
            boolean side = !trunk.contains(tensor) && !branches.of(tensor).isEmpty();
            leaves[id] = side ? leaves[deepest(tensor).id()] : depth[id];
        }
        return leaves;
    }

    /** The source with the longest way behind it, and among equals the one that sees most. */
    Tensor deepest(Tensor tensor) {
        return branches.of(tensor).stream()
                .map(OperatorInput::source)
                .max(Comparator.<Tensor>comparingInt(source -> depth[source.id()])
                        .thenComparingDouble(branches::field))
                .orElseThrow();
    }

    private int depth(Tensor tensor) {
        int before = branches.of(tensor).stream()
                .mapToInt(link -> depth[link.source().id()])
                .max()
                .orElse(0);
        return before + (counts(tensor) ? 1 : 0);
    }

    private boolean counts(Tensor tensor) {
        boolean moves = tensor.label().op().equals("Conv")
                || branches.of(tensor).stream().anyMatch(link -> IntStream.range(0, branches.axes())
                        .anyMatch(axis -> !link.read(axis).equals(Slide.SAME)));
        return moves && branches.local(tensor);
    }

    private void keep(Tensor tensor) {
        int place = depth[tensor.id()] - 1;
        if (place < 0 || !branches.local(tensor)) {
            return;
        }
        if (place == layers.size()) {
            layers.add(tensor);
        } else if (branches.field(tensor) > branches.field(layers.get(place))) {
            layers.set(place, tensor);
        }
    }
}
