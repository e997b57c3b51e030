package dev.rfsweep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rfsweep.NetworkAnalysis;
import dev.rfsweep.internal.analysis.fields.AxisView;
import dev.rfsweep.internal.analysis.fields.AxisView.Kind;
import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.internal.analysis.graph.Tensor;
import dev.rfsweep.internal.analysis.regions.Region;
import dev.rfsweep.model.Column;
import dev.rfsweep.model.Size;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** One network, one unit or one failure as a line of JSON. */
final class AnalysisJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final double ERF_SCALE = 10_000;

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    private AnalysisJson() throws IOException {
        json = JSON.createGenerator(text);
    }

    static String model(NetworkAnalysis model) throws IOException {
        AnalysisJson line = new AnalysisJson();
        line.json.writeStartObject();
        line.json.writeStringField("model", model.name());
        line.head(model);
        line.json.writeArrayFieldStart("layers");
        for (Tensor tensor : model.layers()) {
            line.layer(model, tensor);
        }
        line.json.writeEndArray();
        return line.end();
    }

    static String failure(String name, String message) throws IOException {
        AnalysisJson line = new AnalysisJson();
        line.json.writeStartObject();
        line.json.writeStringField("model", name);
        line.json.writeStringField("error", message);
        return line.end();
    }

    /** What a unit sees; nulls and zeros where it sees nothing. */
    static String unit(List<Long> unit, Region region) throws IOException {
        AnalysisJson line = new AnalysisJson();
        line.json.writeStartObject();
        List<Integer> axes = IntStream.range(0, unit.size()).boxed().toList();
        boolean empty = region.isEmpty();
        line.longs("unit", unit, each -> each);
        line.longs("lo", axes, axis -> empty ? null : region.lo(axis));
        line.longs("hi", axes, axis -> empty ? null : region.hi(axis));
        line.longs("count", axes, axis -> empty ? 0 : region.count(axis));
        return line.end();
    }

    private String end() throws IOException {
        json.writeEndObject();
        json.close();
        return text + "\n";
    }

    private void head(NetworkAnalysis model) throws IOException {
        json.writeArrayFieldStart("axes");
        for (int axis = 0; axis < model.axes(); axis++) {
            json.writeString(Column.axisName(axis, model.axes()));
        }
        json.writeEndArray();
        json.writeObjectFieldStart("input");
        json.writeStringField("name", model.graph().input().name());
        units("size", model.graph().input());
        json.writeEndObject();
    }

    private void layer(NetworkAnalysis model, Tensor tensor) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", tensor.label().node());
        json.writeStringField("op", tensor.label().op());
        json.writeStringField("tensor", tensor.name());
        units("out", tensor);
        boolean global = model.analysis().global(tensor);
        List<AxisView> views = global ? null : model.views(tensor);
        longs("rf", views, view -> view.kind() == Kind.NOTHING ? Long.valueOf(0) : local(view, AxisView::rf));
        longs("rf_min", views, view -> view.kind() == Kind.NOTHING ? Long.valueOf(0) : local(view, AxisView::rfMin));
        longs("stride", views, view -> view.strideDen() == 0 ? null : local(view, AxisView::stride));
        longs("stride_den", views, view -> view.strideDen() == 0 ? null : local(view, AxisView::strideDen));
        longs("start", views, view -> view.starts() ? local(view, AxisView::start) : null);
        longs("coverage", views, view -> view.coverage() < 0 ? null : local(view, AxisView::coverage));
        erf(views);
        json.writeBooleanField("global", global);
        json.writeArrayFieldStart("notes");
        for (String remark : model.remarks(tensor)) {
            json.writeString(remark);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Long local(AxisView view, ToLongFunction<AxisView> value) {
        return view.kind() == Kind.LOCAL ? value.applyAsLong(view) : null;
    }

    private void units(String name, Tensor tensor) throws IOException {
        Shape shape = tensor.shape();
        List<Integer> axes = IntStream.range(0, shape.axes()).boxed().toList();
        longs(name, axes, axis -> shape.units(axis) == Size.UNKNOWN ? null : Long.valueOf(shape.units(axis)));
    }

    /** A number for each axis, null where there is none; one null where there are no axes to tell of. */
    private <T> void longs(String name, List<T> axes, Function<T, Long> number) throws IOException {
        if (axes == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (T axis : axes) {
            Long value = number.apply(axis);
            if (value == null) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        }
        json.writeEndArray();
    }

    /** Rounded as sweeps round it. */
    private void erf(List<AxisView> views) throws IOException {
        if (views == null) {
            json.writeNullField("erf");
            return;
        }
        json.writeArrayFieldStart("erf");
        for (AxisView view : views) {
            if (view.kind() == Kind.LOCAL) {
                json.writeNumber(Math.round(view.erf() * ERF_SCALE) / ERF_SCALE);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }
}
