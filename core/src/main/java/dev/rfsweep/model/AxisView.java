package dev.rfsweep.model;

import java.util.List;

/**
 * What the units of one tensor see along one axis, far from the borders of the input and not clipped by them.
 *
 * @param kind whether units see an interval at all; the other values have no meaning unless it is {@link Kind#LOCAL}
 * @param rf positions from the first to the last that is seen, the maximum over phases
 * @param rfMin and the minimum; 0 where a phase sees nothing
 * @param stride effective stride as a reduced fraction: input positions
 * @param strideDen by so many units; 0 where units do not repeat, as behind a merge of different strides
 * @param phases what the units of one period see, unit 0 first; or all units, where they do not repeat
 * @param coverage most positions that a unit really reads, or -1 where holes were not followed
 * @param erf radius of the weight-free effective receptive field, the maximum over phases
 */
public record AxisView(
        Kind kind, long rf, long rfMin, long stride, long strideDen, List<Phase> phases, long coverage, double erf) {

    /** What a unit sees: {@code size} positions from {@code start} on, {@code count} of them really; size 0 is nothing. */
    public record Phase(long start, long size, long count) {}

    /** Whether units see an interval. */
    public enum Kind {
        /** They do. */
        LOCAL,
        /** Every unit sees the whole input. */
        GLOBAL,
        /** No unit sees anything: a constant. */
        NOTHING,
        /** Not known; a note says why. */
        UNKNOWN
    }

    /** Where unit 0 starts, not clipped; 0 if it sees nothing. */
    public long start() {
        return phases.isEmpty() ? 0 : phases.get(0).start();
    }

    /** Whether {@link #start} says anything: unit 0 may see nothing. */
    public boolean starts() {
        return !phases.isEmpty() && phases.get(0).size() > 0;
    }

    /** Whether some position inside the field is not read, or is not known to be. */
    public boolean hasHoles() {
        return kind == Kind.LOCAL && coverage != rf;
    }

    /** Input positions between one period and the next; {@link #phases} has the units. */
    public long shift() {
        return strideDen == 0 ? 0 : phases.size() * stride / strideDen;
    }
}
