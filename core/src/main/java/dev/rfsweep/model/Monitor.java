package dev.rfsweep.model;

import java.math.BigInteger;

/**
 * Watches a question from outside and may stop it. Called from many threads: {@link #stopped} very often, the others a few
 * thousand times a second at most.
 */
public interface Monitor {

    /** Watches nothing and never stops. */
    Monitor NONE = new Monitor() {};

    /** Told when a space has been compiled into a trellis. */
    default void compiled() {}

    /** Told when the matches of a question have been selected from its trellis. */
    default void selected() {}

    /**
     * Told before the first stretch of each walk.
     *
     * @param paths how many paths it has
     * @param guided whether these are matches alone; otherwise they are all ids that are asked for
     */
    default void begin(BigInteger paths, boolean guided) {}

    /** Told after each stretch: how many more paths are done, and how many of them match. */
    default void advance(long paths, long matches) {}

    /** Whether to stop. This is asked very often and must answer at once, for instance from a volatile field. */
    default boolean stopped() {
        return false;
    }
}
