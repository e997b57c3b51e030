package dev.rfsweep.internal.query;

import dev.rfsweep.internal.query.Explanation.Way;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer.
 *
 * @param way how it was found
 */
record Found<T>(Way way, T value) {

    /** What algebra answers or, where that is given up, a sweep. */
    static <T> Found<T> of(Optional<T> algebra, Supplier<T> sweep) {
        return algebra.map(value -> new Found<>(Way.ALGEBRA, value))
                .orElseGet(() -> new Found<>(Way.SWEEP, sweep.get()));
    }
}
