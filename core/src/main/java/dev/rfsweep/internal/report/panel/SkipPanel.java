package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Skip;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Outline;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Svg;
import dev.rfsweep.internal.report.svg.Thinned;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleList;
import java.util.Comparator;
import java.util.List;

/** The layers in their order, those of equal stride in one row, and what skips some of them: a U-Net is a U. */
public final class SkipPanel implements Panel {

    private static final double RIGHT = WIDTH - 8;
    private static final double TALL = 30;
    private static final double MOST_TALL = 300;
    private static final int MOST = 1000;
    private static final int MOST_DOTS = 100;

    private final Track track;
    private final List<Skip> skips;
    private final int hidden;

    /** Every stride there is, ascending: a row each. */
    private final DoubleList strides;

    private final double row;
    private final double top;
    private final Scale x;

    public SkipPanel(Track track, List<Skip> skips) {
        this.track = track;
        this.skips = skips.stream()
                .sorted(Comparator.comparingInt(Skip::length).reversed())
                .limit(MOST)
                .toList();
        this.hidden = skips.size() - this.skips.size();
        int layers = track.steps().size();
        DoubleArrayList all = new DoubleArrayList();
        for (int layer = 0; layer <= layers; layer++) {
            if (!all.contains(stride(layer))) {
                all.add(stride(layer));
            }
        }
        all.sort(null);
        this.strides = all;
        this.row = Math.min(TALL, MOST_TALL / all.size());
        double left = all.doubleStream()
                        .mapToObj(SkipPanel::said)
                        .mapToDouble(LabelText::width)
                        .max()
                        .orElseThrow()
                + 12;
        this.x = Scale.linear(-0.5, layers + 0.5, left, RIGHT);
        double above = this.skips.stream()
                .mapToDouble(skip -> rise(skip) / 2 - row * Math.min(row(skip.from()), row(skip.to())))
                .max()
                .orElse(0);
        this.top = HEAD + 14 + Math.max(0, above);
    }

    private double stride(int layer) {
        return layer == 0 ? 1 : Math.abs(track.steps().get(layer - 1).stride());
    }

    private int row(int layer) {
        return strides.indexOf(stride(layer));
    }

    private double y(int layer) {
        return top + row * row(layer);
    }

    @Override
    public double height() {
        return top + row * (strides.size() - 1) + 34;
    }

    @Override
    public void draw(Svg svg) {
        String rest = hidden == 0 ? "" : "; " + hidden + " shorter ones left out";
        Panel.heading(svg, "Skips", "dots: layers, in rows of equal stride; arcs: what skips them" + rest);
        rows(svg);
        ticks(svg);
        path(svg);
        Outline arcs = new Outline();
        for (Skip skip : skips) {
            arcs.arc(x.at(skip.from()), y(skip.from()), x.at(skip.to()), y(skip.to()), over(skip));
        }
        svg.path(arcs, Ink.FIELD.line())
                .at("opacity", skips.size() > MOST_DOTS ? 0.5 : 1)
                .close();
    }

    /** Where the curve of a skip bends to. */
    private double over(Skip skip) {
        return Math.min(y(skip.from()), y(skip.to())) - rise(skip);
    }

    /** Twice as high as the arc. */
    private double rise(Skip skip) {
        return Math.min(44, 8 + (x.at(skip.to()) - x.at(skip.from())) * 0.4);
    }

    private void rows(Svg svg) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < strides.size(); i++) {
            double at = top + row * i;
            svg.line(x.start() - 6, at, RIGHT, at, "q " + Ink.FAINT.line());
            if (at - free >= LabelText.LINE) {
                svg.text(x.start() - 12, at + 4, "e " + Ink.STRIDE.fill(), said(strides.getDouble(i)));
                free = at;
            }
        }
    }

    /** Numbers of layers below them; the input is 0. */
    private void ticks(Svg svg) {
        double foot = height() - 6;
        svg.text(0, foot, Ink.MUTED.fill(), "layer");
        for (double tick : x.ticks(8)) {
            if (tick == Math.rint(tick) && x.at(tick) > LabelText.width("layer") + 10) {
                svg.text(x.at(tick), foot, "m " + Ink.MUTED.fill(), Svg.number(tick));
            }
        }
    }

    private void path(Svg svg) {
        int layers = track.steps().size();
        Outline line = new Outline();
        Outline dots = new Outline();
        for (int layer : Thinned.indices(layers + 1)) {
            line.to(x.at(layer), y(layer));
            dots.dot(x.at(layer), y(layer));
        }
        svg.path(line, "j " + Ink.MUTED.line()).close();
        if (layers <= MOST_DOTS) {
            svg.path(dots, "o " + Ink.TEXT.line()).at("stroke-width", 5).close();
        }
    }

    private static String said(double stride) {
        return stride < 1 && stride > 0 ? "1/" + LabelText.length(1 / stride) : LabelText.length(stride);
    }
}
