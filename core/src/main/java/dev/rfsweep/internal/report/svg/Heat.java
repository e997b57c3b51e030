package dev.rfsweep.internal.report.svg;

import dev.rfsweep.internal.report.scene.Density;

/**
 * Shading by the paths to one unit on two axes. The density of a pixel is the product of those of its axes, so a
 * horizontal gradient seen through a vertical one is exact, however many pixels there are.
 *
 * @param columns paths along the horizontal axis
 * @param rows paths along the vertical axis
 */
public record Heat(Density columns, Density rows) {

    /** With fewer pixels than this each has a colour of its own; otherwise a stop stands for several. */
    private static final int MOST_CELLS = 48;

    /** Of the pixel with the most paths: lines drawn over it stay legible. */
    private static final double STRENGTH = 0.8;

    /** Defines the gradients. */
    public void define(Svg svg) {
        gradient("paths-w", columns, false, svg);
        gradient("paths-h", rows, true, svg);
        svg.open("mask").at("id", "rows").at("maskContentUnits", "objectBoundingBox");
        svg.open("rect")
                .at("width", 1)
                .at("height", 1)
                .at("style", "fill:url(#paths-h)")
                .close();
        svg.close();
    }

    /** Shades a rectangle that covers all pixels of both densities. */
    public void draw(double x, double y, double width, double height, Svg svg) {
        svg.open("rect")
                .at("x", x)
                .at("y", y)
                .at("width", width)
                .at("height", height)
                .at("style", "fill:url(#paths-w)")
                .at("mask", "url(#rows)")
                .at("opacity", STRENGTH)
                .close();
    }

    private static void gradient(String id, Density density, boolean rows, Svg svg) {
        svg.open("linearGradient").at("id", id).at("x2", rows ? 0 : 1).at("y2", rows ? 1 : 0);
        Ink ink = rows ? null : Ink.ERF;
        long pixels = density.paths().size();
        boolean cells = pixels <= MOST_CELLS;
        long bins = Math.min(pixels, MOST_CELLS);
        for (long bin = 0; bin < bins; bin++) {
            long low = density.from() + bin * pixels / bins;
            long high = density.from() + (bin + 1) * pixels / bins;
            double height = density.mean(low, high);
            double from = low - density.from();
            double to = high - density.from();
            if (cells) {
                stop(100 * from / pixels, height, ink, svg);
                stop(100 * to / pixels, height, ink, svg);
            } else {
                stop(50 * (from + to) / pixels, height, ink, svg);
            }
        }
        svg.close();
    }

    /** The style in a mask, where white lets through as much as its opacity. */
    private static void stop(double percent, double opacity, Ink ink, Svg svg) {
        svg.open("stop")
                .at("offset", Svg.number(percent) + "%")
                .at(ink == null ? "stop-color" : "class", ink == null ? "#fff" : ink.stop())
                .at("stop-opacity", opacity)
                .close();
    }
}
