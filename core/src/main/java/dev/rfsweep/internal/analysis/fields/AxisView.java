package dev.rfsweep.internal.analysis.fields;

import dev.rfsweep.internal.analysis.fields.Field.Phased;
import dev.rfsweep.internal.analysis.fields.Field.Sight;
import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.reads.Read;
import java.util.ArrayList;
import java.util.List;

/**
 * What the units of one tensor see along one axis, far from the borders of the input and not clipped by them.
 *
 * @param kind whether units see an interval at all; the other values have no meaning unless it is {@link Kind#LOCAL}
 * @param rf positions from the first to the last that is seen, the maximum over phases
 * @param rfMin the minimum over phases; 0 where a phase sees nothing
 * @param stride numerator of the effective stride as a reduced fraction, in input positions
 * @param strideDen its denominator, in units; 0 where units do not repeat, as behind a merge of different strides
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

    /** Input positions between one period and the next; {@link #phases} has the units. */
    public long shift() {
        return strideDen == 0 ? 0 : phases.size() * stride / strideDen;
    }

    public static AxisView of(Field field) {
        if (field instanceof Special special) {
            Kind kind =
                    special == Special.WHOLE ? Kind.GLOBAL : special == Special.UNKNOWN ? Kind.UNKNOWN : Kind.NOTHING;
            return new AxisView(kind, 0, 0, 0, 0, List.of(), 0, 0);
        }
        if (field instanceof Field.Steady steady) {
            long size = steady.size();
            List<Phase> phases = List.of(new Phase(steady.start(), size, size));
            return new AxisView(Kind.LOCAL, size, size, steady.stride(), 1, phases, size, erf(steady.variance12()));
        }
        return of((Phased) field);
    }

    private static AxisView of(Phased field) {
        List<Phase> phases = new ArrayList<>();
        long rf = 0;
        long rfMin = Long.MAX_VALUE;
        long coverage = 0;
        double variance12 = 0;
        for (Sight sight : field.sights()) {
            phases.add(new Phase(sight.start(), sight.size(), sight.count()));
            rf = Math.max(rf, sight.size());
            rfMin = Math.min(rfMin, sight.size());
            coverage = sight.count() < 0 || coverage < 0 ? -1 : Math.max(coverage, sight.count());
            variance12 = Math.max(variance12, sight.variance12());
        }
        if (rf == 0) {
            return of(Special.NOTHING);
        }
        if (!field.repeats()) {
            return new AxisView(Kind.LOCAL, rf, rfMin, 0, 0, List.copyOf(phases), coverage, erf(variance12));
        }
        int count = phases.size();
        int period = period(phases, field.shift());
        long common = Math.max(Read.gcd(field.shift(), count), 1);
        return new AxisView(
                Kind.LOCAL,
                rf,
                rfMin,
                field.shift() / common,
                count / common,
                List.copyOf(phases.subList(0, period)),
                coverage,
                erf(variance12));
    }

    /** The smallest divisor of the number of phases after which they repeat, {@code shift} further on in all. */
    private static int period(List<Phase> phases, long shift) {
        int count = phases.size();
        for (int period = 1; period < count; period++) {
            if (count % period == 0 && shift * period % count == 0 && repeats(phases, period, shift * period / count)) {
                return period;
            }
        }
        return count;
    }

    private static boolean repeats(List<Phase> phases, int period, long by) {
        for (int unit = period; unit < phases.size(); unit++) {
            Phase phase = phases.get(unit);
            Phase before = phases.get(unit - period);
            boolean same = phase.size() == before.size() && phase.count() == before.count();
            if (!same || (phase.size() > 0 && phase.start() != before.start() + by)) {
                return false;
            }
        }
        return true;
    }

    private static double erf(double variance12) {
        return 2 * Math.sqrt(variance12 / 12);
    }
}
