package dev.rfsweep.internal.query;

import dev.rfsweep.internal.query.Explanation.Way;
import java.util.function.Supplier;

/**
 * An answer whose way is settled. Where only trying could show whether algebra gets there, the answer is known by now;
 * otherwise it is found when it is asked for.
 *
 * @param way how the answer is found
 * @param answer finds it
 * @param explanation tells the way, and what it takes
 */
public record Planned<T>(Way way, Supplier<T> answer, Supplier<Explanation> explanation) {

    /** The answer. */
    public T get() {
        return answer.get();
    }

    /** How it is found, and at what cost. */
    public Explanation explain() {
        return explanation.get();
    }
}
