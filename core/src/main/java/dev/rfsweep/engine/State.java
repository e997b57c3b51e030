package dev.rfsweep.engine;

import java.util.List;

/**
 * What the weights of the layers behind a node depend on. Parts that are not tracked have their neutral value, so that
 * states which differ only there are one.
 *
 * @param strides effective stride of each axis class; 1 when not tracked
 * @param sizes size of the map on each axis class; 0 when not tracked
 * @param channels channels of the map; 0 when not tracked
 * @param pooled whether the map is gone and only a vector of channels is left
 */
record State(List<Long> strides, List<Long> sizes, long channels, boolean pooled) {

    /** Where some layer's output had no unit left: everything behind is invalid. */
    static final State DEAD = new State(List.of(), List.of(), 0, false);
}
