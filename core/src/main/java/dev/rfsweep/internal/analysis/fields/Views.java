package dev.rfsweep.internal.analysis.fields;

import dev.rfsweep.internal.analysis.fields.Field.Phased;
import dev.rfsweep.internal.analysis.fields.Field.Sight;
import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.model.AxisView;
import java.util.ArrayList;
import java.util.List;

/** Fields as users see them. */
public final class Views {

    private Views() {}

    public static AxisView of(Field field) {
        if (field instanceof Special special) {
            AxisView.Kind kind = special == Special.WHOLE
                    ? AxisView.Kind.GLOBAL
                    : special == Special.UNKNOWN ? AxisView.Kind.UNKNOWN : AxisView.Kind.NOTHING;
            return new AxisView(kind, 0, 0, 0, 0, List.of(), 0, 0);
        }
        if (field instanceof Field.Steady steady) {
            long size = steady.size();
            List<AxisView.Phase> phases = List.of(new AxisView.Phase(steady.start(), size, size));
            return new AxisView(
                    AxisView.Kind.LOCAL, size, size, steady.stride(), 1, phases, size, erf(steady.variance12()));
        }
        return of((Phased) field);
    }

    private static AxisView of(Phased field) {
        List<AxisView.Phase> phases = new ArrayList<>();
        long rf = 0;
        long rfMin = Long.MAX_VALUE;
        long coverage = 0;
        double variance12 = 0;
        for (Sight sight : field.sights()) {
            phases.add(new AxisView.Phase(sight.start(), sight.size(), sight.count()));
            rf = Math.max(rf, sight.size());
            rfMin = Math.min(rfMin, sight.size());
            coverage = sight.count() < 0 || coverage < 0 ? -1 : Math.max(coverage, sight.count());
            variance12 = Math.max(variance12, sight.variance12());
        }
        if (rf == 0) {
            return of(Special.NOTHING);
        }
        if (!field.repeats()) {
            return new AxisView(AxisView.Kind.LOCAL, rf, rfMin, 0, 0, List.copyOf(phases), coverage, erf(variance12));
        }
        int count = phases.size();
        int period = period(phases, field.shift());
        long common = Math.max(Read.gcd(field.shift(), count), 1);
        return new AxisView(
                AxisView.Kind.LOCAL,
                rf,
                rfMin,
                field.shift() / common,
                count / common,
                List.copyOf(phases.subList(0, period)),
                coverage,
                erf(variance12));
    }

    /** The smallest divisor of the number of phases after which they repeat, {@code shift} further on in all. */
    private static int period(List<AxisView.Phase> phases, long shift) {
        int count = phases.size();
        for (int period = 1; period < count; period++) {
            if (count % period == 0 && shift * period % count == 0 && repeats(phases, period, shift * period / count)) {
                return period;
            }
        }
        return count;
    }

    private static boolean repeats(List<AxisView.Phase> phases, int period, long by) {
        for (int unit = period; unit < phases.size(); unit++) {
            AxisView.Phase phase = phases.get(unit);
            AxisView.Phase before = phases.get(unit - period);
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
