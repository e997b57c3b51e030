package dev.rfsweep.internal.query;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * How far the planner lets algebra go.
 *
 * @param isTried whether it is tried at all
 * @param states states beyond which it is given up
 * @param wideBits bits of the number of ids from which on questions about wide sums are worth their grids; a sweep looks at fewer in
 *     some seconds
 */
record AlgebraLimit(boolean isTried, long states, int wideBits) {

    private static final int WIDE_BITS = 33;

    /** Every variant is to be evaluated. */
    static final AlgebraLimit NO_ALGEBRA = new AlgebraLimit(false, 0, Integer.MAX_VALUE);

    /** Up to so many states. */
    static AlgebraLimit of(long states) {
        return new AlgebraLimit(true, states, WIDE_BITS);
    }

    /** What {@code attempt} makes of so many states; empty when that gives up, or may not be tried. */
    <T> Optional<T> attempt(LongFunction<Optional<T>> attempt) {
        return isTried ? attempt.apply(states) : Optional.empty();
    }
}
