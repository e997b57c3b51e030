package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.Findings;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.internal.output.JsonObject;
import dev.rfsweep.internal.output.Page;
import dev.rfsweep.internal.output.Report;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.AxisView.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the layers of one network see.
 *
 * @param more what makes the text tell of operators that change neither size nor field as well, such as an option; empty when
 *     it does
 */
public record NetworkReport(Findings model, Optional<String> more) implements Report {

    /** Fields are rounded to so many parts, as sweeps round them. */
    private static final double ERF_SCALE = 10_000;

    @Override
    public void write(Page page) {
        new NetworkTable(model, more, page).write();
    }

    @Override
    public JsonObject json() {
        Tensor input = model.graph().input();
        return new JsonObject()
                .put("model", model.name())
                .put("axes", model.axes())
                .put("input", new JsonObject().put("name", input.name()).put("size", AxisText.units(input.shape())))
                .put("layers", model.layers().stream().map(this::layer).toList());
    }

    /** What one unit sees; nulls and zeros where it sees nothing. */
    public static JsonObject unit(List<Long> unit, Region region) {
        List<Integer> axes = IntStream.range(0, unit.size()).boxed().toList();
        boolean empty = region.isEmpty();
        return new JsonObject()
                .put("unit", unit)
                .put("lo", each(axes, axis -> empty ? null : region.lo(axis)))
                .put("hi", each(axes, axis -> empty ? null : region.hi(axis)))
                .put("count", each(axes, axis -> empty ? 0 : region.count(axis)));
    }

    private JsonObject layer(Tensor tensor) {
        boolean global = model.analysis().global(tensor);
        List<AxisView> views = global ? null : model.views(tensor);
        return new JsonObject()
                .put("name", tensor.label().node())
                .put("op", tensor.label().op())
                .put("tensor", tensor.name())
                .put("out", AxisText.units(tensor.shape()))
                .put("rf", each(views, view -> view.kind() == Kind.NOTHING ? Long.valueOf(0) : local(view, view.rf())))
                .put(
                        "rf_min",
                        each(views, view -> view.kind() == Kind.NOTHING ? Long.valueOf(0) : local(view, view.rfMin())))
                .put("stride", each(views, view -> view.strideDen() == 0 ? null : local(view, view.stride())))
                .put("stride_den", each(views, view -> view.strideDen() == 0 ? null : local(view, view.strideDen())))
                .put("start", each(views, view -> view.starts() ? local(view, view.start()) : null))
                .put("coverage", each(views, view -> view.coverage() < 0 ? null : local(view, view.coverage())))
                .put("erf", each(views, view -> local(view, Math.round(view.erf() * ERF_SCALE) / ERF_SCALE)))
                .put("global", global)
                .put("notes", model.remarks(tensor));
    }

    private static <N extends Number> N local(AxisView view, N value) {
        return view.kind() == Kind.LOCAL ? value : null;
    }

    /** A number for each axis, null where there is none; null where there are no axes to tell of. */
    private static <T> List<Number> each(List<T> axes, Function<T, Number> number) {
        return axes == null ? null : axes.stream().map(number).collect(Collectors.toList());
    }
}
