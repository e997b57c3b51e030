package dev.rfsweep.internal.space;

import java.util.List;

/**
 * One network of a space.
 *
 * @param path the branch taken at every position of the {@link Automaton} on the way; what the id is the rank of
 * @param blocks the blocks in order, every choice made
 */
public record Variant(List<Integer> path, List<FixedBlock> blocks) {

    public Variant {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }
}
