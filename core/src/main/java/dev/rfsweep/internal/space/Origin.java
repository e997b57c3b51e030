package dev.rfsweep.internal.space;

/**
 * What of the grammar a position of the {@link Automaton} decides.
 *
 * @param node a block: its choices, or how often it repeats; an alternative: which option; a repeat: how many copies, and
 *     if they share one choice also everything inside
 * @param trail where {@code node} stands
 */
public record Origin(Node node, Trail trail) {}
