package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Level;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Svg;
import java.util.List;

/**
 * The bottom row of a cone: the input as pixels where there is room, otherwise as a bar, with the padding hatched and
 * the field measured below.
 */
record ConeInput(Cone cone, Scale x, double y) {

    private static final double HEIGHT = 10;
    private static final double PIXELS_APART = 4;

    /** Room below the middle of the row. */
    double foot() {
        return 24 + LabelText.LINE * said().size();
    }

    void draw(Svg svg) {
        double top = y - HEIGHT / 2;
        Level input = cone.input();
        padding(top, svg);
        boolean pixels = x.unit() >= PIXELS_APART && !input.units().isEmpty();
        if (pixels) {
            cells(top, svg);
        } else {
            frame(top, svg);
            svg.path(ConeBars.of(cone, 0, x, top, HEIGHT), Ink.FIELD.fill()).close();
        }
        measure(svg);
    }

    private double from() {
        return cone.track().size() == 0 ? x.from() : Math.max(0, x.from());
    }

    private double to() {
        return cone.track().size() == 0
                ? x.to()
                : Math.min((double) cone.track().size(), x.to());
    }

    private void frame(double top, Svg svg) {
        svg.rect(x.at(from()), top, (to() - from()) * x.unit(), HEIGHT, Ink.FAINT.fill())
                .at("opacity", 0.5)
                .close();
    }

    private void cells(double top, Svg svg) {
        Level input = cone.input();
        double gap = Math.min(1, x.unit() / 6);
        Outline rest = new Outline();
        for (long pixel = (long) Math.ceil(from()); pixel + 1 <= to(); pixel++) {
            rest.box(x.at(pixel) + gap / 2, top, x.unit() - gap, HEIGHT);
        }
        Outline read = new Outline();
        for (long pixel : input.real()) {
            read.box(x.at(pixel) + gap / 2, top, x.unit() - gap, HEIGHT);
        }
        svg.path(rest, Ink.FAINT.fill()).at("opacity", 0.5).close();
        svg.path(read, Ink.FIELD.fill()).close();
    }

    /** What the field covers beyond the border. */
    private void padding(double top, Svg svg) {
        long size = cone.track().size();
        if (size == 0) {
            return;
        }
        Level input = cone.input();
        hatched(input.low(), Math.min(0, input.high() + 1), top, svg);
        hatched(Math.max(size, input.low()), input.high() + 1, top, svg);
    }

    private void hatched(long low, long high, double top, Svg svg) {
        if (high > low) {
            svg.rect(x.at(low), top, (high - low) * x.unit(), HEIGHT, Ink.MUTED.line())
                    .at("style", "fill:url(#hatch)")
                    .at("stroke-width", 0.5)
                    .close();
        }
    }

    /** A line as long as the field, and what it measures. */
    private void measure(Svg svg) {
        Level input = cone.input();
        double left = x.at(input.low());
        double right = x.at(input.high() + 1);
        double at = y + 17;
        svg.path(
                        new Outline()
                                .segment(left, at, right, at)
                                .segment(left, at - 4, left, at + 4)
                                .segment(right, at - 4, right, at + 4),
                        Ink.FIELD.line())
                .close();
        double line = at;
        for (String words : said()) {
            double half = LabelText.boldWidth(words) / 2;
            double middle = Math.max(half, Math.min(Panel.WIDTH - half, (left + right) / 2));
            line += LabelText.LINE;
            svg.text(middle, line + 1, "m b " + Ink.FIELD.fill(), words);
        }
    }

    private List<String> said() {
        Level input = cone.input();
        long field = input.high() - input.low() + 1;
        StringBuilder text = new StringBuilder().append(field).append(field == 1 ? " pixel" : " pixels");
        long inside = Math.max(0, input.realHigh() - input.realLow() + 1);
        if (inside < field) {
            text.append(", ").append(inside).append(" of them in the input");
        }
        long read = input.real().size();
        if (!input.units().isEmpty() && read < inside) {
            text.append(", of which ").append(read).append(read == 1 ? " is read" : " are read");
        }
        return LabelText.lines(text.toString(), Panel.WIDTH * 0.9); // bold is wider
    }
}
