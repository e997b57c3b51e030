package dev.rfsweep.internal.trellis;

import java.util.List;

/**
 * What the weights of the layers behind a node depend on: the tensors that they may read. Between blocks that is one, whose
 * field has moved into the sums of the path; where branches are open there are several, and a maximum at their merge is
 * not a sum, so what they see since the fork stays here.
 *
 * @param live the tensors, the one that is read next last
 */
record State(List<LiveTensor> live) {

    /** Where some layer's output had no unit left: everything behind is invalid. */
    static final State DEAD = new State(List.of());

    /** The tensor that is read next. */
    LiveTensor last() {
        return live.get(live.size() - 1);
    }
}
