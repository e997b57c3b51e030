package dev.rfsweep.query;

import dev.rfsweep.model.Column;

/** What a {@linkplain Query#pareto Pareto front} is about: smaller {@linkplain #loss losses} are better. */
public sealed interface Objective {

    /** Less is better. */
    record Least(Column column) implements Objective {}

    /** More is better. */
    record Greatest(Column column) implements Objective {}

    /**
     * Nearer is better.
     *
     * @param target as values in rows: for {@code erf} it is {@code 12V}
     */
    record Nearest(Column column, long target) implements Objective {}

    /** What is looked at. */
    Column column();

    /** How far {@code value} is from what is wanted, in an order in which less is better. */
    default long loss(long value) {
        if (this instanceof Nearest nearest) {
            return Math.abs(Math.subtractExact(value, nearest.target));
        }
        return this instanceof Least ? value : -value;
    }

    /** The least loss of any value from {@code low} to {@code high}. */
    default long leastLoss(long low, long high) {
        if (this instanceof Nearest nearest && low <= nearest.target && nearest.target <= high) {
            return 0;
        }
        return Math.min(loss(low), loss(high));
    }
}
