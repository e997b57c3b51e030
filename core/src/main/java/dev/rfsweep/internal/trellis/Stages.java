package dev.rfsweep.internal.trellis;

import dev.rfsweep.internal.space.Block;
import dev.rfsweep.internal.space.FixedBlock;
import dev.rfsweep.internal.space.Node;
import dev.rfsweep.internal.space.Space;

/** Finds the stage a block was written in, for messages. */
final class Stages {

    private Stages() {}

    /** The number of the stage, from 1, and the block's type. */
    static String describe(Space space, FixedBlock block) {
        int stage = 0;
        while (stage < space.stages().size() && !contains(space.stages().get(stage), block.block())) {
            stage++;
        }
        return (stage + 1) + " (" + block.type().code() + ")";
    }

    private static boolean contains(Node node, Block block) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.parts().stream().anyMatch(part -> contains(part, block));
        }
        if (node instanceof Node.Alternative alternative) {
            return alternative.options().stream().anyMatch(option -> contains(option, block));
        }
        if (node instanceof Node.Repeat repeat) {
            return contains(repeat.body(), block);
        }
        return sameInstance(node, block);
    }

    /** Equal blocks may stand in several stages: only the instance tells them apart. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameInstance(Node node, Block block) {
        return node == block;
    }
}
