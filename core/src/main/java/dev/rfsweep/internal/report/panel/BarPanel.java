package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Effective;
import dev.rfsweep.internal.report.scene.Extent;
import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Curve;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Scale;
import dev.rfsweep.internal.report.svg.Svg;
import dev.rfsweep.model.AxisView.Phase;
import java.util.ArrayList;
import java.util.List;

/** The fields of one unit of several layers over an input with one axis: bars under each other, with the density above. */
public final class BarPanel implements Panel {

    private static final double TOP = HEAD + 50;
    private static final double STRIP = 44;
    private static final double LINE = 20;
    private static final double BAR = 8;
    private static final int MOST = 12;

    private final Track track;
    private final List<Step> steps;
    private final Columns columns;
    private final Scale x;

    public BarPanel(Track track) {
        this.track = track;
        this.steps = chosen();
        this.columns = Columns.of(track, steps);
        Extent extent = Extent.of(track);
        this.x = Scale.linear(extent.from(), extent.to(), columns.left(), columns.right());
    }

    /** The last layer, and going back every layer whose field is clearly smaller. */
    private List<Step> chosen() {
        List<Step> chosen = new ArrayList<>();
        double apart = track.last().rf() / (double) MOST;
        for (int i = track.steps().size() - 1; i >= 0; i--) {
            Step step = track.steps().get(i);
            if (chosen.isEmpty()
                    || (step.rf() < chosen.get(chosen.size() - 1).rf()
                            && chosen.get(chosen.size() - 1).rf() - step.rf() >= apart)) {
                chosen.add(step);
            }
        }
        return chosen;
    }

    @Override
    public double height() {
        return TOP + LINE * (steps.size() + 2) + 8;
    }

    @Override
    public void draw(Svg svg) {
        Panel.heading(svg, "Fields over the input", "bars: one unit of a layer; curve: share of paths to the last one");
        svg.text(columns.field(), TOP - 6, "e " + Ink.MUTED.fill(), "field");
        svg.text(columns.stride(), TOP - 6, "e " + Ink.MUTED.fill(), "stride");
        border(svg);
        Curve.draw(track.density(), x, TOP - 6, STRIP, svg);
        effective(svg);
        for (int i = 0; i < steps.size(); i++) {
            bar(steps.get(i), TOP + LINE * (i + 1.5), svg);
        }
    }

    private void border(Svg svg) {
        double bottom = TOP + LINE * (steps.size() + 1);
        if (track.size() == 0) {
            return;
        }
        double left = Math.max(0, x.from());
        double right = Math.min((double) track.size(), x.to());
        for (double edge : new double[] {0, track.size()}) {
            if (edge > x.from() && edge < x.to()) {
                svg.line(x.at(edge), TOP - STRIP - 6, x.at(edge), bottom, "d " + Ink.TEXT.line());
            }
        }
        svg.text(
                (x.at(left) + x.at(right)) / 2,
                bottom + 17,
                "m " + Ink.TEXT.fill(),
                (left > 0 || right < track.size() ? "cut-out of input " : "input ") + track.size());
    }

    private void effective(Svg svg) {
        double y = TOP + LINE * 0.5;
        Effective field = track.effective();
        svg.line(x.at(field.from()), y, x.at(field.to()), y, "d " + Ink.ERF.line());
        svg.text(0, y + 4, Ink.TEXT.fill(), "ERF");
        svg.text(
                columns.field(),
                y + 4,
                "e b " + Ink.ERF.fill(),
                LabelText.length(track.last().erf()));
    }

    private void bar(Step step, double y, Svg svg) {
        Phase sight = step.sight(step.unitAt(track.centre()));
        svg.rect(x.at(sight.start()), y - BAR / 2, sight.size() * x.unit(), BAR, Ink.FIELD.fill())
                .at("opacity", step.equals(track.last()) ? 1 : 0.55)
                .close();
        columns.label(step, y + 4, svg);
    }
}
