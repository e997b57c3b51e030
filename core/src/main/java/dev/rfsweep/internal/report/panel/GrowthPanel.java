package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Spread;
import dev.rfsweep.internal.report.svg.Svg;
import dev.rfsweep.internal.report.svg.Thinned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Field, effective field and stride, layer by layer, against the size of the input. */
public final class GrowthPanel implements Panel {

    private static final double LEFT = 40;
    private static final double TOP = HEAD + 18;
    private static final double PLOT = 200;
    private static final double FOOT = 22;
    private static final double LEADER = 14;

    /** Beyond this ratio small values could not be told apart on a linear scale. */
    private static final double LINEAR = 40;

    private static final int MOST_DOTS = 40;

    private final Track track;
    private final String axis;
    private final double right;
    private final Scale x;
    private final Scale y;

    /** The end of a line, and what it is. */
    private record End(double y, String name, String value, Ink ink) {}

    public GrowthPanel(Track track, String axis) {
        this.track = track;
        this.axis = axis;
        double most = track.steps().stream().mapToDouble(Step::rf).max().orElseThrow();
        double least = track.steps().stream()
                .mapToDouble(GrowthPanel::pace)
                .filter(stride -> stride > 0) // 0 where all units see the same
                .min()
                .orElse(1);
        double high = Math.max((double) track.size(), most);
        double low = Math.min(1, least); // everything starts at a pixel, but a stride may be less
        Step last = track.last();
        double values = Stream.of(
                        LabelText.field(last), LabelText.length(last.erf()), LabelText.stride(last), "" + track.size())
                .mapToDouble(LabelText::boldWidth)
                .max()
                .orElseThrow();
        this.right = WIDTH - values - LabelText.width("stride") - LEADER - 8;
        this.x = Scale.linear(0.5, track.steps().size() + 0.5, LEFT, right);
        this.y = high / low > LINEAR
                ? Scale.log(low, high * 1.2, TOP + PLOT, TOP)
                : Scale.linear(0, high * 1.1, TOP + PLOT, TOP);
    }

    @Override
    public double height() {
        return TOP + PLOT + FOOT;
    }

    @Override
    public void draw(Svg svg) {
        String scale = y.log() ? "; logarithmic scale" : "";
        Panel.heading(svg, "Growth from layer to layer", axis + "; in input pixels, ERF as a diameter" + scale);
        unproductive(svg);
        grid(svg);
        phases(svg);
        List<End> ends = new ArrayList<>();
        input(ends, svg);
        Step last = track.last();
        curve(GrowthPanel::pace, Ink.STRIDE, 1.5, svg);
        ends.add(new End(y(pace(last)), "stride", LabelText.stride(last), Ink.STRIDE));
        curve(Step::erf, Ink.ERF, 1.5, svg);
        ends.add(new End(y(last.erf()), "ERF", LabelText.length(last.erf()), Ink.ERF));
        curve(Step::rf, Ink.FIELD, 2.5, svg);
        ends.add(new End(y(last.rf()), "field", LabelText.field(last), Ink.FIELD));
        label(ends, svg);
    }

    /** The size of a stride: it is negative where a map is read backwards. */
    private static double pace(Step step) {
        return Math.abs(step.stride());
    }

    private double y(double value) {
        return y.at(Math.max(value, y.from()));
    }

    private double y(long pixels) {
        return y((double) pixels);
    }

    private double x(int step) {
        return x.at(step + 1);
    }

    private void grid(Svg svg) {
        for (double tick : y.ticks(6)) {
            svg.line(LEFT, y(tick), right, y(tick), "q " + Ink.FAINT.line());
            svg.text(LEFT - 8, y(tick) + 4, "e " + Ink.MUTED.fill(), LabelText.tick(tick));
        }
        for (double tick : x.ticks(8)) {
            if (tick == Math.rint(tick)) {
                svg.text(x.at(tick), TOP + PLOT + 17, "m " + Ink.MUTED.fill(), Svg.number(tick));
            }
        }
        svg.text(LEFT - 8, TOP + PLOT + 17, "e " + Ink.MUTED.fill(), "layer");
    }

    /** Shades the layers that see nothing new along this axis. */
    private void unproductive(Svg svg) {
        int first = track.unproductive();
        if (first >= track.steps().size()) {
            return;
        }
        double left = x.at(first + 0.5);
        svg.rect(left, TOP, right - left, PLOT, Ink.FAINT.fill())
                .at("opacity", 0.35)
                .close();
        svg.text(WIDTH, TOP - 6, "e " + Ink.MUTED.fill(), "unproductive: the field before it covers the input");
    }

    private void input(List<End> ends, Svg svg) {
        if (track.size() > 0) {
            double at = y(track.size());
            svg.line(LEFT, at, right, at, "d " + Ink.TEXT.line());
            ends.add(new End(at, "input", Long.toString(track.size()), Ink.TEXT));
        }
    }

    /** From the smallest to the greatest field where phases differ. */
    private void phases(Svg svg) {
        List<Step> steps = track.steps();
        Outline outline = new Outline();
        for (int i : Thinned.indices(steps.size())) {
            outline.to(x(i), y(steps.get(i).rf()));
        }
        for (int i : Thinned.indices(steps.size())) {
            int back = steps.size() - 1 - i;
            outline.to(x(back), y(steps.get(back).rfMin()));
        }
        if (steps.stream().anyMatch(step -> step.rfMin() < step.rf())) {
            svg.path(outline.shut(), "v " + Ink.FIELD.fill() + " " + Ink.FIELD.line())
                    .close();
        }
    }

    private void curve(ToDoubleFunction<Step> value, Ink ink, double width, Svg svg) {
        Outline line = new Outline();
        Outline dots = new Outline();
        for (int i : Thinned.indices(track.steps().size())) {
            double at = y(value.applyAsDouble(track.steps().get(i)));
            line.to(x(i), at);
            dots.dot(x(i), at);
        }
        svg.path(line, "j " + ink.line()).at("stroke-width", width).close();
        if (track.steps().size() <= MOST_DOTS) {
            svg.path(dots, "o " + ink.line()).at("stroke-width", width * 2.4).close();
        }
    }

    private void label(List<End> ends, Svg svg) {
        ends.sort(Comparator.comparingDouble(End::y));
        double[] wanted = ends.stream().mapToDouble(End::y).toArray();
        double[] placed = Spread.apart(wanted, LabelText.LINE, TOP + 4, TOP + PLOT - 4);
        for (int i = 0; i < placed.length; i++) {
            End end = ends.get(i);
            svg.path(new Outline().segment(right + 2, end.y, right + 10, placed[i]), end.ink.line())
                    .at("stroke-width", 0.75)
                    .close();
            svg.text(right + LEADER, placed[i] + 4, end.ink.fill(), end.name);
            svg.text(WIDTH, placed[i] + 4, "e b " + end.ink.fill(), end.value);
        }
    }
}
