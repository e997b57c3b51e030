package dev.rfsweep.model;

import java.util.List;

/**
 * One concrete network: its input and its layers in order.
 *
 * @param rank number of spatial axes, 1 to 3
 * @param size input size axis by axis, or empty when unknown
 * @param channels input channels, or 0 when the network is described without channels
 * @param layers the trunk, from the input on
 */
public record Network(int rank, List<Integer> size, long channels, List<Layer> layers) {

    public Network {
        size = List.copyOf(size);
        layers = List.copyOf(layers);
        if (rank < 1 || rank > 3 || (!size.isEmpty() && size.size() != rank)) {
            throw new IllegalArgumentException("rank " + rank + " with size " + size);
        }
    }
}
