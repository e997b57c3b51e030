package dev.rfsweep.internal.query.wide;

import dev.rfsweep.internal.trellis.Cancellation;
import dev.rfsweep.internal.trellis.Selection;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The matches of a question in ascending order of id, found a few thousand at a time. For one thread. */
public final class WideMatches {

    private final Prospects prospects;
    private final Cancellation cancellation;

    WideMatches(Prospects prospects, Cancellation cancellation) {
        this.prospects = prospects;
        this.cancellation = cancellation;
    }

    /** At most {@code most} matches, the first with ids of {@code from} or more; empty when there is none. */
    public Optional<Selection> next(BigInteger from, int most) {
        List<BigInteger> ids = new ArrayList<>();
        if (prospects.trellis.hasValid(0)) {
            WideWalk.visit(prospects, cancellation, from, id -> {
                ids.add(id);
                return ids.size() < most;
            });
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ChosenPaths.of(prospects.trellis, ids));
    }
}
