package dev.rfsweep.internal.oracle;

import dev.rfsweep.model.Window;
import java.math.BigInteger;
import java.util.List;

/** One step of the way back from the output to the input, its padding settled. */
sealed interface Hop {

    /** The inputs that {@code units} of the output see on {@code axis}. */
    Interval back(int axis, Interval units);

    /**
     * Twelve times the variance seen from this hop's input, in its pixels, when it is {@code variance12} from its
     * output. One unit there is {@code stride} pixels here, so a variance grows by the square.
     */
    BigInteger back(int axis, BigInteger variance12);

    /** Follows {@code units} through all of {@code hops}, the last one first. */
    static Interval back(List<Hop> hops, int axis, Interval units) {
        Interval seen = units;
        for (int hop = hops.size() - 1; hop >= 0; hop--) {
            seen = hops.get(hop).back(axis, seen);
        }
        return seen;
    }

    /** Follows a variance through all of {@code hops}, the last one first. */
    static BigInteger back(List<Hop> hops, int axis, BigInteger variance12) {
        BigInteger seen = variance12;
        for (int hop = hops.size() - 1; hop >= 0; hop--) {
            seen = hops.get(hop).back(axis, seen);
        }
        return seen;
    }

    /**
     * A convolution or pooling.
     *
     * @param windows the window of each axis
     * @param lows the padding before the first pixel of each axis
     */
    record Slide(List<Window> windows, List<Long> lows) implements Hop {

        @Override
        public Interval back(int axis, Interval units) {
            Window window = windows.get(axis);
            long reach = window.dilation() * (window.kernel() - 1L);
            return units.behind(window.stride(), lows.get(axis), reach);
        }

        @Override
        public BigInteger back(int axis, BigInteger variance12) {
            Window window = windows.get(axis);
            BigInteger kernel = BigInteger.valueOf(window.kernel());
            BigInteger own = kernel.pow(2)
                    .subtract(BigInteger.ONE)
                    .multiply(BigInteger.valueOf(window.dilation()).pow(2));
            return BigInteger.valueOf(window.stride())
                    .pow(2)
                    .multiply(variance12)
                    .add(own);
        }
    }

    /**
     * Branches side by side, at least one. Intervals are the hull of all; the variance is the greatest.
     *
     * @param branches the hops of each: none where it passes its input on
     */
    record Join(List<List<Hop>> branches) implements Hop {

        @Override
        public Interval back(int axis, Interval units) {
            return branches.stream()
                    .map(branch -> Hop.back(branch, axis, units))
                    .reduce(Interval::hull)
                    .orElseThrow();
        }

        @Override
        public BigInteger back(int axis, BigInteger variance12) {
            return branches.stream()
                    .map(branch -> Hop.back(branch, axis, variance12))
                    .reduce(BigInteger::max)
                    .orElseThrow();
        }
    }
}
