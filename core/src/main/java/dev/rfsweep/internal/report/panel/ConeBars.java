package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Level;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Scale;
import it.unimi.dsi.fastutil.longs.LongList;

/** A row of a cone as bars: neighbours that touch on the page are one. */
final class ConeBars {

    /** Gaps that are narrower than this cannot be seen. */
    private static final double SEEN = 0.8;

    private ConeBars() {}

    static Outline of(Cone cone, int level, Scale x, double y, double height) {
        Level read = cone.levels().get(level);
        double half = Math.min(0.5, cone.stride(level) / 2);
        Outline runs = new Outline();
        if (read.realHigh() < read.realLow()) {
            return runs;
        }
        if (read.units().isEmpty()) {
            double from = x.at(cone.centre(level, read.realLow()) - half);
            return runs.box(from, y, x.at(cone.centre(level, read.realHigh()) + half) - from, height);
        }
        LongList units = read.real();
        for (int i = 0; i < units.size(); ) {
            double from = x.at(cone.centre(level, units.getLong(i)) - half);
            double to = from;
            do {
                to = x.at(cone.centre(level, units.getLong(i++)) + half);
            } while (i < units.size() && x.at(cone.centre(level, units.getLong(i)) - half) - to < SEEN);
            runs.box(from, y, to - from, height);
        }
        return runs;
    }
}
