package dev.rfsweep.internal.space;

import java.util.List;

/**
 * What the networks of a space read.
 *
 * @param rank number of spatial axes, 1 to 3
 * @param size size axis by axis, or empty when unknown
 * @param channels input channels, at least 1
 */
public record Input(int rank, List<Integer> size, int channels) {

    /** Channels of an input that does not state them: those of a colour image, as in timm. */
    public static final int DEFAULT_CHANNELS = 3;

    public Input {
        size = List.copyOf(size);
        if (rank < 1 || rank > 3 || (!size.isEmpty() && size.size() != rank) || channels < 1) {
            throw new IllegalArgumentException("rank " + rank + ", size " + size + ", channels " + channels);
        }
    }
}
