package dev.rfsweep.cli;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.fields.AxisView;
import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.model.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One line of the layer table of a variant. Lists hold a number for each axis, or nothing where there is nothing to say.
 *
 * @param name what the graph calls the layer
 * @param op what the layer does
 * @param out size of its output
 * @param channels channels of its output, or {@link Size#UNKNOWN}
 * @param rf receptive field of a unit of its output
 * @param jump effective stride of its output
 */
record LayerRow(
        String name,
        String op,
        List<Long> kernel,
        List<Long> stride,
        List<Long> dilation,
        List<Long> out,
        long channels,
        List<Long> rf,
        List<Long> jump) {

    static final List<String> LABELS =
            List.of("layer", "op", "kernel", "stride", "dilation", "out", "channels", "rf", "effective_stride");

    static final List<String> SHORT_LABELS = List.of("layer", "op", "k", "s", "dil", "out", "c", "rf", "stride");

    static final List<Boolean> LEFT = List.of(true, true, false, false, false, false, false, false, false);

    static LayerRow of(Analysis analysis, Tensor tensor, String operation) {
        Shape shape = tensor.shape();
        List<Long> out = new ArrayList<>();
        List<AxisView> views = new ArrayList<>();
        List<Slide> windows = new ArrayList<>();
        for (int axis = 0; axis < shape.axes(); axis++) {
            out.add(shape.units(axis) == Size.UNKNOWN ? null : Long.valueOf(shape.units(axis)));
            AxisView view = analysis.view(tensor, axis);
            views.add(view.kind() == AxisView.Kind.LOCAL ? view : null);
            windows.add(window(tensor, axis));
        }
        return new LayerRow(
                tensor.label().node(),
                operation,
                each(windows, Slide::kernel),
                each(windows, Slide::stride),
                each(windows, Slide::dilation),
                each(out, size -> size),
                shape.size(1),
                each(views, AxisView::rf),
                each(views, AxisView::stride));
    }

    /** The window that slides along {@code axis}, or null; what a dense layer reads is no window, even of one pixel. */
    private static Slide window(Tensor tensor, int axis) {
        boolean map = tensor.shape().rank() == tensor.shape().axes() + 2;
        Read read = map && tensor.links().size() == 1 ? tensor.links().get(0).read(axis) : null;
        return read instanceof Slide slide && slide.stride() > 0 ? slide : null;
    }

    String[] cells() {
        return new String[] {
            name,
            op,
            text(kernel),
            text(stride),
            text(dilation),
            text(out),
            channels == Size.UNKNOWN ? "-" : String.valueOf(channels),
            text(rf),
            text(jump)
        };
    }

    private static <T> List<Long> each(List<T> axes, Function<T, Long> number) {
        return axes.stream().allMatch(Objects::nonNull)
                ? axes.stream().map(number).toList()
                : List.of();
    }

    private static String text(List<Long> axes) {
        return axes.isEmpty()
                ? "-"
                : AxisText.join(axes.stream().map(String::valueOf).toList());
    }
}
