package dev.rfsweep.internal.query.best;

import dev.rfsweep.internal.trellis.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the labels that no other dominates and merges those at one point. A coordinate is either a loss, of which less
 * is better, or exact: labels that differ there cannot be compared.
 */
public final class Skyline {

    /** Labels that one label is compared with between two looks at the cancellation. */
    private static final int LABELS = 1 << 12;

    private final int[] exact;
    private final int[] losses;
    private final Comparator<Label> order;
    private final Cancellation cancellation;

    /**
     * Coordinate {@code n} is exact if {@code isExact[n]}.
     */
    public Skyline(boolean[] isExact, Cancellation cancellation) {
        this.cancellation = cancellation;
        int[] exact = new int[isExact.length];
        int[] losses = new int[isExact.length];
        int exacts = 0;
        for (int at = 0; at < isExact.length; at++) {
            if (isExact[at]) {
                exact[exacts++] = at;
            } else {
                losses[at - exacts] = at;
            }
        }
        this.exact = Arrays.copyOf(exact, exacts);
        this.losses = Arrays.copyOf(losses, isExact.length - exacts);
        this.order = (left, right) -> {
            int first = compare(left, right, this.exact);
            return first != 0 ? first : compare(left, right, this.losses);
        };
    }

    /** What is left of {@code labels}, in ascending order of the exact coordinates and then of the losses. */
    public List<Label> of(List<Label> labels) {
        List<Label> sorted = new ArrayList<>(labels);
        sorted.sort(cancellation.during(order));
        List<Label> kept = new ArrayList<>();
        int group = 0;
        for (Label label : sorted) {
            cancellation.check();
            Label last = kept.isEmpty() ? label : kept.get(kept.size() - 1);
            if (compare(last, label, exact) != 0) {
                group = kept.size();
            }
            if (!kept.isEmpty() && last.samePoint(label)) {
                kept.set(kept.size() - 1, last.merge(label));
            } else if (!isDominated(label, kept, group)) {
                kept.add(label);
            }
        }
        return kept;
    }

    /** Whether one of {@code kept} from {@code group} on, which are not behind {@code label} in order, dominates it. */
    private boolean isDominated(Label label, List<Label> kept, int group) {
        // With two losses the first ascends and the second descends: the last label decides.
        int first = losses.length <= 2 ? Math.max(group, kept.size() - 1) : group;
        for (int at = first; at < kept.size(); at++) {
            if (at % LABELS == 0) {
                cancellation.check();
            }
            if (isNoWorse(kept.get(at), label)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoWorse(Label one, Label other) {
        for (int loss : losses) {
            if (one.at(loss) > other.at(loss)) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Label left, Label right, int[] coordinates) {
        for (int at : coordinates) {
            int order = Long.compare(left.at(at), right.at(at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
