package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Plan;
import java.math.BigInteger;
import java.util.List;

/**
 * How an answer is found, why so, and what it takes. Nothing of it has run yet.
 *
 * @param way how
 * @param reason why it is a sweep, or an unusual way, as the end of a sentence; empty otherwise
 * @param matches the number of matches; null where it is not known beforehand
 * @param states states of the space together with the sums that conditions look at, as far as they lead to a match; 0 for
 *     a sweep
 * @param steps steps between them
 * @param seconds estimate: until the answer is there, or of an enumeration until the first row is
 * @param rowSeconds estimate for all rows of an enumeration on all threads; 0 where none are asked for
 * @param layers by place where something is chosen, in the order of the ids
 * @param sweep what looking at every variant would take, and what is known of the columns without
 */
public record Explanation(
        Way way,
        String reason,
        BigInteger matches,
        long states,
        long steps,
        double seconds,
        double rowSeconds,
        List<Layer> layers,
        Plan sweep) {

    /** How an answer is found. */
    public enum Way {
        /** From states, whatever the number of variants and matches. */
        ALGEBRA,
        /** From match to match, whatever the number of variants. */
        GUIDED,
        /** By looking at variants, skipping what bounds rule out. */
        SWEEP
    }

    /**
     * What a choice is made from.
     *
     * @param stage where the choice stands, as in {@link dev.rfsweep.internal.space.Decision}; copies whose number is
     *     itself a choice are counted from the end: {@code .last}, {@code .last-1}
     * @param states states before the choice that some valid variant goes through
     * @param matched those of them that a match goes through; 0 for a sweep
     * @param sums the same by what conditions must remember; 0 for a sweep
     */
    public record Layer(String stage, long states, long matched, long sums) {}

    public Explanation {
        layers = List.copyOf(layers);
    }

    /** Whether {@link #states} and {@link #steps} are there: neither for a sweep, nor where too many for the usual algebra. */
    public boolean knowsStates() {
        return reason.isEmpty();
    }
}
