package dev.rfsweep.internal.space;

import java.util.List;

/** One way through a step of the {@link Automaton}: the blocks it lays down, in order. */
public record Option(List<FixedBlock> blocks) {

    public Option {
        blocks = List.copyOf(blocks);
    }
}
