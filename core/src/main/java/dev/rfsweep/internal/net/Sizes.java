package dev.rfsweep.internal.net;

import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Window;
import java.util.Arrays;
import java.util.List;

/** Sizes of outputs. An axis without units, of size 0, stays without: padding does not bring it back. */
final class Sizes {

    private Sizes() {}

    static MapShape slide(List<Window> windows, MapShape in) {
        if (!in.isKnown()) {
            return in;
        }
        long[] sizes = new long[in.rank()];
        boolean same = true;
        for (int axis = 0; axis < sizes.length; axis++) {
            long size = in.size(axis);
            sizes[axis] = size == 0 ? 0 : Math.max(windows.get(axis).out(size), 0);
            same &= sizes[axis] == size;
        }
        return same ? in : in.sized(sizes);
    }

    static MapShape transpose(List<Window> windows, List<Integer> outputPadding, MapShape in) {
        if (!in.isKnown()) {
            return in;
        }
        long[] sizes = new long[in.rank()];
        for (int axis = 0; axis < sizes.length; axis++) {
            Window window = windows.get(axis);
            long size = in.size(axis);
            long spread = Exact.times("out", size - 1, window.stride()) + window.reach() + 1 + outputPadding.get(axis);
            sizes[axis] = size == 0 ? 0 : Math.max(spread - window.low(size) - window.high(size), 0);
        }
        return in.sized(sizes);
    }

    static MapShape multiply(List<Integer> factors, MapShape in) {
        if (!in.isKnown()) {
            return in;
        }
        long[] sizes = new long[in.rank()];
        Arrays.setAll(sizes, axis -> Exact.times("out", in.size(axis), factors.get(axis)));
        return in.sized(sizes);
    }

    /** One position on each axis, known or not before. */
    static MapShape one(MapShape in) {
        if (!in.hasUnits()) {
            return in;
        }
        long[] sizes = new long[in.rank()];
        Arrays.fill(sizes, 1);
        return in.sized(sizes);
    }

    /** The shape that a join takes its sizes from: the first input, or one without units if there is any. */
    static MapShape first(List<MapShape> inputs) {
        for (MapShape in : inputs) {
            if (!in.hasUnits()) {
                return in;
            }
        }
        return inputs.get(0);
    }
}
