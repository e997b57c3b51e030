package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import dev.rfsweep.model.metric.Objective;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Pareto front by dynamic programming from the leaves: behind every node only the labels that no other label there
 * dominates, because whatever leads to the node adds the same to both. How near a sum will be to its target shows only
 * at the root, so until then such sums are kept apart.
 */
public final class Front {

    private final Selection matches;
    private final Cancellation cancellation;
    private final List<Objective> objectives;
    private final int[] slots;

    /** What sums of each slot are multiplied with, so that less is better. */
    private final int[] sign;

    private final Skyline skyline;

    private Front(Selection matches, List<Objective> objectives, int[] slots, Cancellation cancellation) {
        this.matches = matches;
        this.cancellation = cancellation;
        this.objectives = objectives;
        this.slots = slots;
        this.sign = new int[slots.length];
        boolean[] exact = new boolean[slots.length];
        for (int objective = 0; objective < slots.length; objective++) {
            sign[objective] = objectives.get(objective) instanceof Objective.Greatest ? -1 : 1;
            exact[objective] = objectives.get(objective) instanceof Objective.Nearest;
        }
        this.skyline = new Skyline(exact, cancellation);
    }

    /**
     * The front of {@code matches}, ordered by losses; empty when that needs more than {@code mostLabels} labels.
     *
     * @param slots the slot of each objective
     */
    public static Optional<List<Label>> of(
            Selection matches, List<Objective> objectives, int[] slots, long mostLabels, Cancellation cancellation) {
        return new Front(matches, objectives, slots, cancellation).run(mostLabels);
    }

    private Optional<List<Label>> run(long mostLabels) {
        List<List<Label>> behind = new ArrayList<>();
        for (int node = 0; node < matches.graph().nodes(); node++) {
            behind.add(List.of());
        }
        long labels = 0;
        for (int node = matches.graph().nodes() - 1; node >= 0; node--) {
            List<Label> front = matches.graph().isLeaf(node) ? List.of(leaf(node)) : skyline.of(behind(node, behind));
            behind.set(node, front);
            labels += front.size();
            if (labels > mostLabels) {
                return Optional.empty();
            }
        }
        List<Label> root = behind.isEmpty() ? List.of() : behind.get(0);
        return Optional.of(losses(root));
    }

    private Label leaf(int node) {
        long[] point = new long[slots.length];
        for (int objective = 0; objective < slots.length; objective++) {
            point[objective] = sign[objective] * matches.leafWeight(slots[objective], node);
        }
        return new Label(point, BigInteger.ONE, BigInteger.ZERO);
    }

    private List<Label> behind(int node, List<List<Label>> behind) {
        List<Label> labels = new ArrayList<>();
        for (int edge = matches.graph().firstEdge(node); edge < matches.graph().firstEdge(node + 1); edge++) {
            cancellation.check();
            long[] weight = new long[slots.length];
            for (int objective = 0; objective < slots.length; objective++) {
                weight[objective] = sign[objective] * matches.weight(slots[objective], edge);
            }
            for (Label label : behind.get(matches.graph().target(edge))) {
                labels.add(label.behind(weight, matches.idsBefore(edge)));
            }
        }
        return labels;
    }

    /** Whole sums become losses, all of which can be compared. */
    private List<Label> losses(List<Label> sums) {
        List<Label> losses = new ArrayList<>();
        for (Label sum : sums) {
            long[] point = new long[slots.length];
            for (int objective = 0; objective < slots.length; objective++) {
                long value =
                        sign[objective] * sum.at(objective) + matches.trellis().constant(slots[objective]);
                point[objective] = objectives.get(objective).loss(value);
            }
            losses.add(new Label(point, sum.count(), sum.id()));
        }
        return new Skyline(new boolean[slots.length], cancellation).of(losses);
    }
}
