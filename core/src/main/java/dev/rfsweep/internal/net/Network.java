package dev.rfsweep.internal.net;

import java.util.ArrayList;
import java.util.List;

/**
 * One concrete network: its input, and its fragments in order.
 *
 * @param rank number of spatial axes, 1 to 3
 * @param size input size axis by axis, or empty when unknown
 * @param channels input channels, or 0 when the network is described without channels
 * @param trunk the fragments from the input on, one for each block; those without an operator are left out
 */
public record Network(int rank, List<Integer> size, long channels, List<Fragment> trunk) {

    public Network {
        size = List.copyOf(size);
        trunk = trunk.stream().filter(fragment -> !fragment.parts().isEmpty()).toList();
        if (rank < 1 || rank > 3 || (!size.isEmpty() && size.size() != rank)) {
            throw new IllegalArgumentException("rank " + rank + " with size " + size);
        }
    }

    /** Shape of the input. */
    public MapShape input() {
        return MapShape.of(channels, rank, size);
    }

    /**
     * The flat graph: all operators in topological order. Nodes are numbered by the block they come from: {@code conv3} is all of
     * block 3, {@code block4.conv1} a part of block 4, whether it has a shortcut or not.
     */
    public List<OperatorNode> nodes() {
        return Flattening.of(this);
    }

    /** The same network without the last part of its last block; without the block where that is its only part. */
    public Network withoutLast() {
        List<Fragment> shorter = new ArrayList<>(trunk);
        List<Fragment> parts = shorter.remove(shorter.size() - 1).parts();
        shorter.add(new Fragment.Chain(parts.subList(0, parts.size() - 1)));
        return new Network(rank, size, channels, shorter);
    }
}
