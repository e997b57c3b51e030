package dev.rfsweep.engine;

import java.math.BigInteger;

/** Watches a sweep from outside and may stop it. Called from many threads, a few thousand times a second at most. */
public interface Monitor {

    /** Watches nothing and never stops. */
    Monitor NONE = new Monitor() {};

    /** Told before the first stretch of each walk: how many paths it has, which are ids or, where it is guided, matches. */
    default void begin(BigInteger paths) {}

    /** Told after each stretch: how many more paths are done, and how many of them match. */
    default void advance(long paths, long matches) {}

    /** Whether to stop at the next stretch. */
    default boolean stopped() {
        return false;
    }
}
