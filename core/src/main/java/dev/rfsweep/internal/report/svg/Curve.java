package dev.rfsweep.internal.report.svg;

import dev.rfsweep.internal.report.scene.Density;

/** The curve of a density beside a plot, standing on a line. */
public final class Curve {

    /** Pixels that share a position on the page share a point. */
    private static final double APART = 1;

    private Curve() {}

    /** Draws {@code density} upwards from {@code base}, with the peak {@code height} above it. */
    public static void draw(Density density, Scale x, double base, double height, Svg svg) {
        Outline area = new Outline();
        area.to(x.at(density.from()), base);
        long bin = Math.max(1, (long) Math.ceil(APART / x.unit()));
        for (long low = density.from(); low < density.to(); low += bin) {
            long high = Math.min(low + bin, density.to());
            double y = base - height * density.mean(low, high);
            area.to(x.at(low), y);
            area.to(x.at(high), y);
        }
        area.to(x.at(density.to()), base);
        svg.path(area.shut(), Ink.ERF.fill()).at("opacity", 0.55).close();
    }
}
