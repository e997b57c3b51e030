package dev.rfsweep.internal.analysis.fields;

import dev.rfsweep.internal.analysis.fields.Field.Phased;
import dev.rfsweep.internal.analysis.fields.Field.Sight;
import dev.rfsweep.internal.analysis.fields.Field.Special;
import dev.rfsweep.internal.analysis.fields.Field.Steady;
import dev.rfsweep.internal.analysis.reads.Every;
import dev.rfsweep.internal.analysis.reads.IntervalSet;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import java.util.List;

/** How fields change: through one operator, and where branches merge. */
public final class FieldAlgebra {

    private final FieldUnion union = new FieldUnion();

    /** What the outputs of an operator see that reads {@code field} through {@code read}. */
    public Field through(Field field, Read read, long out) {
        if (field == Special.NOTHING || read == Slide.SAME) {
            return field;
        } else if (read instanceof Every) {
            return Special.WHOLE;
        } else if (field instanceof Special) {
            return field;
        } else if (field instanceof Steady steady && read instanceof Slide slide) {
            long step = Math.multiplyExact(Math.abs(steady.stride()), slide.dilation());
            if (slide.kernel() == 1 || step <= steady.size()) {
                return slide(steady, slide, step);
            }
        }
        Phased units = field.phased();
        return units.repeats() ? periodic(units, read) : unitByUnit(units, read, out);
    }

    private static Field slide(Steady field, Slide slide, long step) {
        long stride = field.stride();
        long reach = Math.multiplyExact(step, slide.kernel() - 1);
        long start = Math.subtractExact(field.start(), Math.multiplyExact(slide.low(), stride));
        double middle = (slide.kernel() - 1) / 2.0 * slide.dilation();
        return new Steady(
                stride < 0 ? Math.subtractExact(start, reach) : start,
                Math.addExact(field.size(), reach),
                Math.multiplyExact(stride, slide.stride()),
                field.mean() + stride * (middle - slide.low()),
                field.variance12() + (double) step * step * ((double) slide.kernel() * slide.kernel() - 1));
    }

    private Field periodic(Phased field, Read read) {
        long phases = field.sights().size();
        long rounds = phases / Read.gcd(phases, read.shift());
        long count = Math.multiplyExact(read.period(), rounds);
        if (count > Field.MOST_PHASES || read.mostIndices() > Field.MOST_WORK / count) {
            return Special.UNKNOWN;
        }
        Sight[] sights = new Sight[(int) count];
        for (int unit = 0; unit < count; unit++) {
            union.clear();
            read.eachIndex(unit, input -> union.add(field.at(input)));
            sights[unit] = union.ofTaps();
        }
        long shift = Math.multiplyExact(field.shift(), Math.multiplyExact(read.shift(), rounds) / phases);
        return Field.simplest(new Phased(List.of(sights), shift, true));
    }

    /** A field without a period lists the units that exist. Each output joins those that it reads, borders included. */
    private Field unitByUnit(Phased field, Read read, long out) {
        if (out == Size.UNKNOWN || out > Field.MOST_PHASES) {
            return Special.UNKNOWN;
        }
        Sight[] sights = new Sight[(int) out];
        for (int unit = 0; unit < out; unit++) {
            union.clear();
            read.inputs(IntervalSet.of(unit, unit), field.sights().size()).forEach(input -> union.add(field.at(input)));
            sights[unit] = union.ofTaps();
        }
        return new Phased(List.of(sights), 0, false);
    }

    /** The union of two fields of equal stride. */
    Field together(Field one, Field other) {
        if (one.equals(other)) {
            return one;
        }
        if (one instanceof Steady left && other instanceof Steady right) {
            long end = Math.addExact(left.start(), left.size());
            long otherEnd = Math.addExact(right.start(), right.size());
            if (left.start() <= otherEnd && right.start() <= end) {
                long start = Math.min(left.start(), right.start());
                Steady wider = left.variance12() >= right.variance12() ? left : right;
                return new Steady(
                        start, Math.max(end, otherEnd) - start, left.stride(), wider.mean(), wider.variance12());
            }
        }
        Phased left = one.phased();
        Phased right = other.phased();
        long common = Read.gcd(left.sights().size(), right.sights().size());
        long phases = left.sights().size() / common * right.sights().size();
        long shift = Math.multiplyExact(left.shift(), right.sights().size() / common);
        return phases > Field.MOST_PHASES
                ? Special.UNKNOWN
                : together(left, right, new Sight[(int) phases], shift, true);
    }

    /** The union of two fields without a common stride, listed for each of {@code out} units. */
    Field unitByUnit(Field one, Field other, long out) {
        if (out == Size.UNKNOWN || out > Field.MOST_PHASES) {
            return Special.UNKNOWN;
        }
        return together(one.phased(), other.phased(), new Sight[(int) out], 0, false);
    }

    private Field together(Phased one, Phased other, Sight[] sights, long shift, boolean repeats) {
        for (int unit = 0; unit < sights.length; unit++) {
            union.clear();
            union.add(one.at(unit));
            union.add(other.at(unit));
            sights[unit] = union.ofBranches();
        }
        return Field.simplest(new Phased(List.of(sights), shift, repeats));
    }

    /** Units {@code from} to {@code to}, exclusive, of {@code out} see what those of {@code field} see, the others nothing. */
    static Field only(Field field, long from, long to, long out) {
        if (out == Size.UNKNOWN || out > Field.MOST_PHASES) {
            return Special.UNKNOWN;
        }
        Phased phased = field.phased();
        Sight[] sights = new Sight[(int) out];
        for (int unit = 0; unit < out; unit++) {
            sights[unit] = from <= unit && unit < to ? phased.at(unit) : Sight.NONE;
        }
        return new Phased(List.of(sights), 0, false);
    }

    /** Whether both have the same effective stride. */
    public static boolean sameStride(Field one, Field other) {
        if (one instanceof Steady left && other instanceof Steady right) {
            return left.stride() == right.stride();
        }
        Phased left = one.phased();
        Phased right = other.phased();
        return left.repeats()
                && right.repeats()
                && Math.multiplyExact(left.shift(), (long) right.sights().size())
                        == Math.multiplyExact(
                                right.shift(), (long) left.sights().size());
    }

    /**
     * The centre of what unit 0 sees, as an average over the units of one period, each moved back by its distance from
     * unit 0; NaN if no unit sees anything.
     */
    public static double middle(Field field) {
        if (field instanceof Steady steady) {
            return steady.start() + (steady.size() - 1) / 2.0;
        }
        Phased phased = field.phased();
        double stride = (double) phased.shift() / phased.sights().size();
        double sum = 0;
        int seeing = 0;
        for (int unit = 0; unit < phased.sights().size(); unit++) {
            Sight sight = phased.sights().get(unit);
            if (sight.size() > 0) {
                sum += sight.start() + (sight.size() - 1) / 2.0 - stride * unit;
                seeing++;
            }
        }
        return sum / seeing;
    }
}
