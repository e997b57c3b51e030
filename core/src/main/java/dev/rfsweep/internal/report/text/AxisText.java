package dev.rfsweep.internal.report.text;

import dev.rfsweep.internal.analysis.graph.Shape;
import dev.rfsweep.model.AxisView;
import dev.rfsweep.model.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value for every axis in a cell of a table: one text where the axes agree, otherwise {@code 3x1}. */
final class AxisText {

    private AxisText() {}

    /** What {@code cell} says of every one of {@code axes}. */
    static <T> String cell(List<T> axes, Function<T, String> cell) {
        List<String> texts = axes.stream().map(cell).toList();
        return String.join("x", texts.stream().distinct().count() == 1 ? texts.subList(0, 1) : texts);
    }

    /** The same of axes along which units see an interval, and {@code -} for others. */
    static String local(List<AxisView> views, Function<AxisView, String> cell) {
        return cell(views, view -> view.kind() == AxisView.Kind.LOCAL ? cell.apply(view) : "-");
    }

    /** Units along every axis; null where their number is not known. */
    static List<Long> units(Shape shape) {
        return IntStream.range(0, shape.axes())
                .mapToObj(axis -> shape.units(axis) == Size.UNKNOWN ? null : Long.valueOf(shape.units(axis)))
                .collect(Collectors.toList());
    }

    static String unit(Long size) {
        return Objects.toString(size, "?");
    }

    static String rf(AxisView view) {
        return switch (view.kind()) {
            case LOCAL -> (view.rf() == view.rfMin() ? "" : view.rfMin() + "..") + view.rf();
            case GLOBAL -> "global";
            case NOTHING -> "0";
            case UNKNOWN -> "?";
        };
    }

    static String stride(AxisView view) {
        return view.strideDen() == 0 ? "-" : view.stride() + (view.strideDen() == 1 ? "" : "/" + view.strideDen());
    }

    static String start(AxisView view) {
        return view.starts() ? String.valueOf(view.start()) : "-";
    }

    static String coverage(AxisView view) {
        return view.coverage() < 0 ? "?" : String.valueOf(view.coverage());
    }

    static String erf(AxisView view) {
        return String.format(Locale.ROOT, "%.2f", view.erf());
    }
}
