package dev.rfsweep.net;

import java.util.List;

/**
 * One concrete network: its input, and its fragments in order.
 *
 * @param rank number of spatial axes, 1 to 3
 * @param size input size axis by axis, or empty when unknown
 * @param channels input channels, or 0 when the network is described without channels
 * @param trunk the fragments from the input on; chains among them are taken apart
 */
public record Network(int rank, List<Integer> size, long channels, List<Fragment> trunk) {

    public Network {
        size = List.copyOf(size);
        trunk = new Fragment.Chain(trunk).parts();
        if (rank < 1 || rank > 3 || (!size.isEmpty() && size.size() != rank)) {
            throw new IllegalArgumentException("rank " + rank + " with size " + size);
        }
    }

    /** Shape of the input. */
    public MapShape input() {
        return MapShape.of(channels, rank, size);
    }

    /**
     * The flat graph: all operators in topological order. Nodes are numbered along the trunk, {@code conv3}; those inside
     * a block are called after it, {@code block4.conv1}.
     */
    public List<OperatorNode> nodes() {
        return Flattening.of(this);
    }

    /** The same network without its last {@code count} fragments. */
    public Network without(int count) {
        return new Network(rank, size, channels, trunk.subList(0, trunk.size() - count));
    }
}
