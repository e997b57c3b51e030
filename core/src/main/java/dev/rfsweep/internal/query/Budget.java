package dev.rfsweep.internal.query;

import dev.rfsweep.internal.engine.Sweep;
import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.RefusedException;
import java.math.BigInteger;

/** How many states algebra may have: what fits into memory, takes seconds, and is less work than a sweep. */
final class Budget {

    /** Seconds of work. */
    private static final long MOST_STATES = 1L << 22;

    /** Hundredths of a second of work: algebra is given that much whatever a sweep would take. */
    static final long FEW_STATES = 1L << 16;

    /** What a state takes in memory at most, with its edges. */
    private static final long BYTES_PER_STATE = 512;

    /** Variants that a sweep evaluates in the time that a state takes with its edges; rounded down. */
    private static final long VARIANTS_PER_STATE = 500;

    /** What one thread hands to a sink in a second, rounded down from what was measured. */
    static final long MATCHES_PER_SECOND = 500_000_000;

    private static final long SECONDS_A_DAY = 24 * 3600;

    private Budget() {}

    /** States for the question of {@code sweep}. */
    static long states(Sweep sweep) {
        BigInteger worth = sweep.ids().length().divide(BigInteger.valueOf(VARIANTS_PER_STATE));
        long fit = Math.min(MOST_STATES, Runtime.getRuntime().maxMemory() / BYTES_PER_STATE);
        return BigInteger.valueOf(fit)
                .min(worth.max(BigInteger.valueOf(FEW_STATES)))
                .longValueExact();
    }

    /** A row in memory, with its values and all that finds it, but for its id. */
    private static final long BYTES_PER_ROW = 768;

    /** How often an id is held: as a rank, as an id, and in a row. */
    private static final int HELD = 3;

    /**
     * Holding so many rows at a time.
     *
     * @param most rows that are asked for
     * @throws RefusedException when the ids of {@code sweep} may have more matches than fit into memory, and more are
     *     asked for
     */
    static void requireFits(int most, Sweep sweep) {
        BigInteger ids = sweep.ids().length();
        long bytes = BYTES_PER_ROW + (long) HELD * sweep.ids().to().bitLength() / Byte.SIZE;
        long fit = Runtime.getRuntime().maxMemory() / bytes;
        if (ids.min(BigInteger.valueOf(most)).compareTo(BigInteger.valueOf(fit)) > 0) {
            throw new RefusedException("found " + most + " rows, expected at most " + fit
                    + ": no more of these fit into the memory of this process");
        }
    }

    /** States for an enumeration, which keeps them in memory beside its tables. */
    static long statesOfGuide(long mostStates) {
        return mostStates / 2;
    }

    /**
     * Looking at so many matches.
     *
     * @throws RefusedException when that takes more than a day
     */
    static void requireFeasible(BigInteger matches, int threads) {
        BigInteger days = matches.divide(BigInteger.valueOf(MATCHES_PER_SECOND * threads * SECONDS_A_DAY));
        if (days.signum() > 0) {
            throw new RefusedException("looking at all " + NumberText.of(matches) + " matches would take about "
                    + NumberText.of(days) + " days; choose narrower conditions, or stream the first of them");
        }
    }

    /** Neither way is feasible: {@code refused} tells why a sweep is not. */
    static RefusedException exceeded(long mostStates, RefusedException refused) {
        return new RefusedException("these metrics and conditions have more than " + NumberText.of(mostStates)
                + " states, and " + refused.getMessage() + ", narrower conditions, or metrics of fewer values");
    }
}
