package dev.rfsweep.internal.analysis.fields;

import dev.rfsweep.internal.analysis.fields.Field.Sight;

/** Collects what one unit sees through several taps or branches. Reused from unit to unit. */
final class FieldUnion {

    private Sight[] parts = new Sight[8];
    private int count;

    void clear() {
        count = 0;
    }

    void add(Sight sight) {
        if (sight.size() == 0) {
            return;
        }
        if (count == parts.length) {
            parts = java.util.Arrays.copyOf(parts, 2 * count);
        }
        parts[count++] = sight;
    }

    /** The union of taps of one window: the density is their mean. */
    Sight ofTaps() {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += parts[i].mean() / count;
        }
        double variance12 = 0;
        for (int i = 0; i < count; i++) {
            double away = parts[i].mean() - mean;
            variance12 += (parts[i].variance12() + 12 * away * away) / count;
        }
        return together(mean, variance12);
    }

    /** The union of branches that merge: the density is that of the widest. */
    Sight ofBranches() {
        Sight widest = Sight.NONE;
        for (int i = 0; i < count; i++) {
            widest = i == 0 || parts[i].variance12() > widest.variance12() ? parts[i] : widest;
        }
        return together(widest.mean(), widest.variance12());
    }

    private Sight together(double mean, double variance12) {
        if (count == 0) {
            return Sight.NONE;
        }
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            start = Math.min(start, parts[i].start());
            end = Math.max(end, Math.addExact(parts[i].start(), parts[i].size()));
        }
        long size = Math.subtractExact(end, start);
        return new Sight(start, size, holes(start, size), mean, variance12);
    }

    private Coverage holes(long start, long size) {
        if (gapless(start, size)) {
            return Coverage.SOLID;
        }
        if (size > Field.MOST_POSITIONS) {
            return Coverage.UNKNOWN;
        }
        long[] bits = new long[(int) (size + 63) >> 6];
        for (int i = 0; i < count; i++) {
            if (parts[i].holes().unknown()) {
                return Coverage.UNKNOWN;
            }
            parts[i].holes().addTo(bits, (int) (parts[i].start() - start), (int) parts[i].size());
        }
        return Coverage.of(bits, size);
    }

    /** Whether parts without holes, put in order, leave no gap. Parts with holes are not counted. */
    private boolean gapless(long start, long size) {
        long reached = start;
        boolean grown = true;
        while (grown && reached < start + size) {
            grown = false;
            for (int i = 0; i < count; i++) {
                boolean helps = parts[i].holes().solid() && parts[i].start() <= reached;
                if (helps && parts[i].start() + parts[i].size() > reached) {
                    reached = parts[i].start() + parts[i].size();
                    grown = true;
                }
            }
        }
        return reached == start + size;
    }
}
