package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Level;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Svg;
import dev.rfsweep.internal.report.svg.Thinned;

/**
 * The cone of one unit on one axis: a row for every map, the input at the bottom, a dot for every unit and a line for
 * every read. Where dots or lines would run together, bars and the outline of the cone are drawn instead.
 */
public final class ConePanel implements Panel {

    private static final double TOP = HEAD + 32;
    private static final double LABEL = LabelText.LINE;

    /** Units that are nearer to each other than this are no longer dots. */
    private static final double DOTS_APART = 3;

    private static final int MOST_LINES = 700;

    private final Cone cone;
    private final String axis;
    private final double spacing;
    private final Columns columns;
    private final Scale x;

    public ConePanel(Track track, String axis) {
        this.cone = Cone.of(track);
        this.axis = axis;
        int gaps = cone.top();
        this.spacing = gaps <= 8 ? 40 : gaps <= 26 ? Math.max(LABEL + 1, 380.0 / gaps) : 440.0 / gaps;
        this.columns = Columns.of(track, track.steps());
        this.x = horizontal();
    }

    /** The field and a little more, so that neighbours and the border of the input show. */
    private Scale horizontal() {
        Level input = cone.input();
        double margin = Math.max(2, (input.high() - input.low() + 1) * 0.06);
        double from = input.low() - margin;
        double to = input.high() + 1 + margin;
        long size = cone.track().size();
        if (size > 0) {
            from = Math.max(from, Math.min(input.low(), 0) - margin / 2);
            to = Math.min(to, Math.max(input.high() + 1, size) + margin / 2);
        }
        double middle = (from + to) / 2;
        double half = Math.max((to - from) / 2, 8); // so that pixels are not drawn too wide
        return Scale.linear(middle - half, middle + half, columns.left(), columns.right());
    }

    @Override
    public double height() {
        return y(0) + new ConeInput(cone, x, 0).foot();
    }

    private double y(int level) {
        return TOP + spacing * (cone.top() - level);
    }

    @Override
    public void draw(Svg svg) {
        Track track = cone.track();
        String which = track.last().out() == 0
                ? "one unit"
                : "unit " + track.unit() + " of 0\u2013" + (track.last().out() - 1);
        Panel.heading(svg, "What one output unit reads", axis + "; " + which);
        border(svg);
        silhouette(svg);
        for (int level = 0; level < cone.top(); level++) {
            lines(level, svg);
        }
        for (int level = cone.top(); level > 0; level--) {
            units(level, svg);
        }
        new ConeInput(cone, x, y(0)).draw(svg);
        labels(svg);
    }

    /** Where the input ends. */
    private void border(Svg svg) {
        long size = cone.track().size();
        for (double edge : size == 0 ? new double[0] : new double[] {0, size}) {
            if (edge > x.from() && edge < x.to()) {
                svg.line(x.at(edge), TOP - 10, x.at(edge), y(0) + 9, "d " + Ink.MUTED.line());
            }
        }
    }

    private void silhouette(Svg svg) {
        Outline outline = new Outline();
        for (int level : Thinned.indices(cone.levels().size())) {
            int down = cone.top() - level;
            outline.to(x.at(left(down)), y(down));
        }
        for (int level : Thinned.indices(cone.levels().size())) {
            outline.to(x.at(right(level)), y(level));
        }
        svg.path(outline.shut(), "v " + Ink.FIELD.fill() + " " + Ink.FIELD.line())
                .close();
    }

    private double left(int level) {
        return cone.centre(level, cone.levels().get(level).low()) - (level == 0 ? 0.5 : 0);
    }

    private double right(int level) {
        return cone.centre(level, cone.levels().get(level).high()) + (level == 0 ? 0.5 : 0);
    }

    private boolean dots(int level) {
        return !cone.levels().get(level).units().isEmpty()
                && cone.stride(level) * x.unit() >= DOTS_APART
                && spacing >= LABEL;
    }

    /** The reads between a level and the one above it. */
    private void lines(int level, Svg svg) {
        if (!dots(level) || !dots(level + 1)) {
            return;
        }
        Outline outline = new Outline();
        int count = 0;
        for (long unit : cone.levels().get(level + 1).real()) {
            for (long read : cone.track().steps().get(level).read().indices(unit)) {
                count++;
                outline.segment(
                        x.at(cone.centre(level + 1, unit)), y(level + 1), x.at(cone.centre(level, read)), y(level));
            }
        }
        if (count <= MOST_LINES) {
            svg.path(outline, "r " + Ink.FIELD.line()).close();
        }
    }

    private void units(int level, Svg svg) {
        if (dots(level)) {
            context(level, svg);
            dots(level, svg);
        } else if (spacing >= LABEL) {
            Outline runs = ConeBars.of(cone, level, x, y(level) - 2, 4);
            svg.path(runs, Ink.FIELD.fill()).close();
        }
    }

    /** Units of the same map that the cone leaves out: faint, so that holes and gaps show. */
    private void context(int level, Svg svg) {
        Level read = cone.levels().get(level);
        Outline rest = new Outline();
        double pitch = cone.stride(level);
        long around = (long) ((x.to() - x.from()) / pitch) + 1;
        for (long unit = read.low() - around; unit <= read.high() + around; unit++) {
            if (read.isReal(unit) && x.shows(cone.centre(level, unit))) {
                rest.dot(x.at(cone.centre(level, unit)), y(level));
            }
        }
        if (!rest.isEmpty()) {
            dot(rest, radius(level) * 1.3, Ink.FAINT, svg);
        }
    }

    private void dots(int level, Svg svg) {
        Outline real = new Outline();
        Level read = cone.levels().get(level);
        for (long unit : read.units()) {
            double at = x.at(cone.centre(level, unit));
            if (read.isReal(unit)) {
                real.dot(at, y(level));
            } else {
                svg.open("circle")
                        .at("cx", at)
                        .at("cy", y(level))
                        .at("r", radius(level) * 0.8)
                        .at("class", Ink.CARD.fill() + " " + Ink.MUTED.line())
                        .close();
            }
        }
        dot(real, radius(level) * (level == cone.top() ? 2.6 : 2), Ink.FIELD, svg);
    }

    /** Lines of no length with round ends: the shortest way to write many dots. */
    private static void dot(Outline points, double width, Ink ink, Svg svg) {
        svg.path(points, "o " + ink.line()).at("stroke-width", width).close();
    }

    private double radius(int level) {
        return Math.min(3.4, cone.stride(level) * x.unit() * 0.38);
    }

    private void labels(Svg svg) {
        svg.text(columns.field(), TOP - 20, "e " + Ink.MUTED.fill(), "field");
        svg.text(columns.stride(), TOP - 20, "e " + Ink.MUTED.fill(), "stride");
        for (int level : new RowChoice(cone.track(), spacing, LABEL).rows()) {
            double at = y(level) + 4;
            if (level == 0) {
                svg.text(0, at, Ink.TEXT.fill(), "input");
            } else {
                columns.label(cone.track().steps().get(level - 1), at, svg);
            }
        }
    }
}
