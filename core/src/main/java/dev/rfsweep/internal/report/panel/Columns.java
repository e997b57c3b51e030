package dev.rfsweep.internal.report.panel;

import dev.rfsweep.internal.report.scene.Step;
import dev.rfsweep.internal.report.scene.Track;
import dev.rfsweep.internal.report.svg.Ink;
import dev.rfsweep.internal.report.svg.LabelText;
import dev.rfsweep.internal.report.svg.Panel;
import dev.rfsweep.internal.report.svg.Svg;
import java.util.List;
import java.util.function.Function;

/**
 * Where the labels of a row per layer stand: name and kernel on the left, field and stride on the right, each no wider than
 * its texts, so that the most remains between them.
 *
 * @param kernel the end of the kernels, or 0 where there are none or numbers are too long
 * @param left where the room between the labels starts
 * @param right where it ends
 * @param field the end of the fields
 * @param stride the end of the strides
 */
record Columns(double kernel, double left, double right, double field, double stride) {

    private static final int NAME = 12;
    private static final int KERNEL = 11;
    private static final double GAP = 10;

    /** With less room than this between the labels, there are no kernels. */
    private static final double LEAST = 110;

    /** Columns for {@code steps}, and for the words above and below them. */
    static Columns of(Track track, List<Step> steps) {
        double names = widest(steps, step -> LabelText.tail(step.name(), NAME), "input");
        double kernels = track.chain() ? widest(steps, Columns::kernel, "") : 0;
        double strides = widest(steps, LabelText::stride, "stride");
        double fields = Math.max(
                LabelText.width("field"),
                steps.stream()
                        .mapToDouble(step -> LabelText.boldWidth(LabelText.field(step)))
                        .max()
                        .orElse(0));
        double field = Panel.WIDTH - strides - GAP;
        double right = field - fields - GAP;
        double kernel = names + GAP + kernels;
        boolean none = kernels == 0 || right - kernel < LEAST;
        return new Columns(none ? 0 : kernel, (none ? names : kernel) + GAP, right, field, Panel.WIDTH);
    }

    /** The labels of one row. */
    void label(Step step, double y, Svg svg) {
        svg.text(0, y, Ink.TEXT.fill(), LabelText.tail(step.name(), NAME));
        if (kernel > 0 && !kernel(step).isEmpty()) {
            svg.text(kernel, y, "e " + Ink.MUTED.fill(), kernel(step));
        }
        svg.text(field, y, "e b " + Ink.FIELD.fill(), LabelText.field(step));
        svg.text(stride, y, "e " + Ink.STRIDE.fill(), LabelText.stride(step));
    }

    private static String kernel(Step step) {
        return LabelText.clipped(LabelText.of(step.read()), KERNEL);
    }

    private static double widest(List<Step> steps, Function<Step, String> text, String least) {
        double widest = LabelText.width(least);
        for (Step step : steps) {
            widest = Math.max(widest, LabelText.width(text.apply(step)));
        }
        return widest;
    }
}
