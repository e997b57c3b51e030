package dev.rfsweep.internal.query;

import dev.rfsweep.internal.query.Explanation.Way;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer whose way is settled. Where only trying could show whether algebra gets there, the answer is known by now;
 * otherwise it is found when it is asked for.
 *
 * @param way how the answer is found
 * @param answer finds it
 * @param explanation tells the way, and what it takes
 */
record Planned<T>(Way way, Supplier<T> answer, Supplier<Explanation> explanation) {

    T get() {
        return answer.get();
    }

    Explanation explain() {
        return explanation.get();
    }

    /** What {@code change} makes of the answer, found in the same way. */
    <R> Planned<R> map(Function<T, R> change) {
        return new Planned<>(way, () -> change.apply(answer.get()), explanation);
    }
}
