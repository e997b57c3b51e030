package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.internal.analysis.reads.Slide;

/** Whether a last window that does not wholly fit counts. */
public enum Rounding {
    /** It is dropped. */
    FLOOR,
    /** It counts, but only if it starts inside the input or the padding before it, as all run times and PyTorch have it. */
    CEIL;

    /**
     * Output size of a window over a known input, 0 where it does not fit.
     *
     * @param size input units
     * @param high padding behind the last unit
     */
    long out(long size, Slide window, long high) {
        long room = size + window.low() + high - window.reach() - 1;
        if (this == FLOOR) {
            return Math.max(Math.floorDiv(room, window.stride()) + 1, 0);
        }
        long out = -Math.floorDiv(-room, window.stride()) + 1;
        boolean behind = (out - 1) * window.stride() >= size + window.low();
        return Math.max(behind ? out - 1 : out, 0);
    }
}
