package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.net.Fragment;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Lowering;
import java.util.IdentityHashMap;

/**
 * What blocks stand for. Copies of a stage share their blocks, and most of them are met with the same channels again, so
 * each block remembers what it was last.
 */
final class Fragments {

    private record Lowered(long channels, Fragment fragment) {}

    private final Lowering lowering;
    private final IdentityHashMap<FixedBlock, Lowered> known = new IdentityHashMap<>();

    Fragments(int rank) {
        this.lowering = new Lowering(rank);
    }

    /** The fragment of {@code block} over an input of {@code channels}. */
    Fragment of(FixedBlock block, long channels) {
        Lowered last = known.get(block);
        if (last != null && last.channels == channels) {
            return last.fragment;
        }
        Fragment fragment = lowering.fragment(block, channels);
        known.put(block, new Lowered(channels, fragment));
        return fragment;
    }
}
