package dev.rfsweep.internal.analysis.fields;

import java.util.List;

/**
 * What the units of one tensor see along one axis of the input, not clipped by its borders. Means and variances are those of
 * the path density: uniform kernels make the contribution of the input a mixture over taps, exact for chains.
 */
public sealed interface Field {

    /** Most different units that are told apart. */
    int MOST_PHASES = 1 << 14;

    /** Most different units times taps of each. */
    int MOST_WORK = 1 << 20;

    /** Most positions between the first and the last that are seen for holes to be followed. */
    int MOST_POSITIONS = 1 << 16;

    /** Fields that are the same for all units and have no interval. */
    enum Special implements Field {
        /** Nothing: a constant. */
        NOTHING,
        /** The whole input. */
        WHOLE,
        /** Not known: the size of the input is missing, or there are too many phases. */
        UNKNOWN
    }

    /**
     * The common case: every unit sees {@code size} positions without a hole, {@code stride} from those of the next.
     *
     * @param start where unit 0 starts
     * @param variance12 twelve times the variance of the path density
     */
    record Steady(long start, long size, long stride, double mean, double variance12) implements Field {

        static final Steady PIXEL = new Steady(0, 1, 1, 0, 0);
    }

    /** What one unit sees: {@code size} positions from {@code start} on, none if {@code size} is 0. */
    record Sight(long start, long size, Coverage holes, double mean, double variance12) {

        static final Sight NONE = new Sight(0, 0, Coverage.SOLID, 0, 0);

        Sight shifted(long by) {
            return by == 0 || size == 0
                    ? this
                    : new Sight(Math.addExact(start, by), size, holes, mean + by, variance12);
        }

        long count() {
            return holes.count(size);
        }
    }

    /**
     * Units that differ. Periodic ones repeat: unit {@code u + P} sees what unit {@code u} does, {@code shift} further on.
     *
     * @param sights a unit each: one period, or all there are if it does not repeat
     * @param shift positions between periods; without meaning if it does not repeat
     * @param repeats false where no period exists, as behind a merge of different strides
     */
    record Phased(List<Sight> sights, long shift, boolean repeats) implements Field {

        /** What unit {@code unit} sees. */
        Sight at(long unit) {
            int count = sights.size();
            if (!repeats) {
                return unit >= 0 && unit < count ? sights.get((int) unit) : Sight.NONE;
            }
            long periods = Math.floorDiv(unit, (long) count);
            return sights.get((int) (unit - periods * count)).shifted(Math.multiplyExact(periods, shift));
        }
    }

    /** This field unit by unit; only for fields of units. */
    default Phased phased() {
        if (this instanceof Phased phased) {
            return phased;
        }
        Steady steady = (Steady) this;
        Sight sight = new Sight(steady.start, steady.size, Coverage.SOLID, steady.mean, steady.variance12);
        return new Phased(List.of(sight), steady.stride, true);
    }

    /** The simplest form of {@code phased}. */
    static Field simplest(Phased phased) {
        Sight sight = phased.sights.get(0);
        return phased.sights.size() == 1 && phased.repeats && sight.size > 0 && sight.holes.solid()
                ? new Steady(sight.start, sight.size, phased.shift, sight.mean, sight.variance12)
                : phased;
    }
}
