package dev.rfsweep.internal.analysis;

import dev.rfsweep.internal.analysis.graph.OperatorInput;
import dev.rfsweep.internal.analysis.graph.Tensor;
import java.util.Set;

/**
 * Tells the statistics of a normalisation from other pooled branches, for notes: only the wording depends on it. Files often
 * spell a normalisation out, as differences from a mean and quotients by a root of a mean square.
 */
final class NormalizationStatistics {

    private static final Set<String> JOINS = Set.of("Sub", "Div");
    private static final Set<String> NORMS = Set.of("Sqrt", "ReduceL2");

    /** Most operators from the join back to the root; what lies farther back belongs to another layer. */
    private static final int FARTHEST = 8;

    private NormalizationStatistics() {}

    /** Whether {@code branch} is the statistics that {@code tensor} scales a map by. */
    static boolean joined(Tensor tensor, Tensor branch) {
        return JOINS.contains(tensor.label().op())
                || tensor.label().op().contains("Normalization")
                || norm(branch, FARTHEST);
    }

    private static boolean norm(Tensor branch, int farthest) {
        if (NORMS.contains(branch.label().op())) {
            return true;
        }
        boolean norm = false;
        for (OperatorInput link : branch.links()) {
            norm |= farthest > 0 && link.reduced() == 0 && norm(link.source(), farthest - 1);
        }
        return norm;
    }
}
