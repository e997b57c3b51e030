package dev.rfsweep.internal.net;

import dev.rfsweep.model.Exact;
import dev.rfsweep.model.Window;
import java.util.List;

/** The costs of operators. {@code what} names the quantity in the error when a number does not fit a {@code long}. */
final class Costs {

    private Costs() {}

    /** Weights of a convolution. */
    static long weights(String what, List<Window> windows, long channels, long groups, List<MapShape> inputs) {
        long weights = Exact.times(what, inputs.get(0).channels() / groups, channels);
        for (Window window : windows) {
            weights = Exact.times(what, weights, window.kernel());
        }
        return weights;
    }

    /** A batch norm has a scale and a shift for every channel. */
    static long withNorm(long weights, long channels, boolean norm, boolean bias) {
        long rest = Exact.times("params", channels, (norm ? 2 : 0) + (bias ? 1 : 0));
        return Exact.plus("params", weights, rest);
    }

    /** Weights of a dense layer over all units of {@code in}. */
    static long dense(String what, long channels, MapShape in) {
        return Exact.times(what, Exact.times(what, in.channels(), in.area(what)), channels);
    }

    /** {@code each} for every unit of {@code map}. */
    static long perUnit(String what, long each, MapShape map) {
        return each == 0 ? 0 : Exact.times(what, each, map.area(what));
    }
}
