package dev.rfsweep.engine;

/** Watches a sweep from outside and may stop it. Called from many threads, a few thousand times a second at most. */
public interface Monitor {

    /** Watches nothing and never stops. */
    Monitor NONE = new Monitor() {};

    /** Told after each stretch: how many more ids are done, and how many of them match. */
    default void advance(long ids, long matches) {}

    /** Whether to stop at the next stretch. */
    default boolean stopped() {
        return false;
    }
}
