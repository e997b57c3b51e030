package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.Analysis;
import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.reads.Read;
import dev.rfsweep.internal.analysis.reads.Slide;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.PageColumn;
import dev.rfsweep.model.AxisView;
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
public record LayerRow(
        String name,
        String op,
        List<Long> kernel,
        List<Long> stride,
        List<Long> dilation,
        List<Long> out,
        long channels,
        List<Long> rf,
        List<Long> jump) {

    /** On a narrow screen labels are as short as the keys of the notation. */
    public static final List<PageColumn<LayerRow>> COLUMNS = List.of(
            PageColumn.path("layer", LayerRow::name),
            PageColumn.text("op", LayerRow::op),
            axes("kernel", "k", LayerRow::kernel),
            axes("stride", "s", LayerRow::stride),
            axes("dilation", "dil", LayerRow::dilation),
            axes("out", "out", LayerRow::out),
            PageColumn.number(
                    "channels", "c", row -> row.channels == Size.UNKNOWN ? "-" : String.valueOf(row.channels)),
            axes("rf", "rf", LayerRow::rf),
            axes("effective_stride", "stride", LayerRow::jump));

    static LayerRow of(Analysis analysis, Tensor tensor, String operation) {
        Shape shape = tensor.shape();
        List<AxisView> views = new ArrayList<>();
        List<Slide> windows = new ArrayList<>();
        for (int axis = 0; axis < shape.axes(); axis++) {
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
                each(AxisText.units(shape), size -> size),
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

    /** The values that there are. */
    JsonObject json() {
        JsonObject json = new JsonObject().put("name", name).put("op", op);
        json.putUnlessEmpty("kernel", kernel);
        json.putUnlessEmpty("stride", stride);
        json.putUnlessEmpty("dilation", dilation);
        json.putUnlessEmpty("out", out);
        if (channels > 0) {
            json.put("channels", channels);
        }
        json.putUnlessEmpty("rf", rf);
        json.putUnlessEmpty("effective_stride", jump);
        return json;
    }

    private static <T> List<Long> each(List<T> axes, Function<T, Long> number) {
        return axes.stream().allMatch(Objects::nonNull)
                ? axes.stream().map(number).toList()
                : List.of();
    }

    private static PageColumn<LayerRow> axes(String label, String brief, Function<LayerRow, List<Long>> axes) {
        return PageColumn.number(
                label, brief, row -> axes.apply(row).isEmpty() ? "-" : AxisText.cell(axes.apply(row), String::valueOf));
    }
}
