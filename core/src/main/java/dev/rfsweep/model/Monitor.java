package dev.rfsweep.model;

import java.math.BigInteger;

/**
 * Watches a question from outside and may stop it. Called from many threads: {@link #stopped} very often, the others a few
 * thousand times a second at most.
 */
public interface Monitor {

    /** Watches nothing and never stops. */
    Monitor NONE = new Monitor() {};

    /** Told before the first stretch of each walk: how many paths it has, which are ids or, where it is guided, matches. */
    default void begin(BigInteger paths) {}

    /** Told after each stretch: how many more paths are done, and how many of them match. */
    default void advance(long paths, long matches) {}

    /** Whether to stop. What is asked so often must answer at once, from a volatile field or so. */
    default boolean stopped() {
        return false;
    }
}
