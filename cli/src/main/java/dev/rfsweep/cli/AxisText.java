package dev.rfsweep.cli;

import dev.rfsweep.internal.analysis.fields.AxisView;
import dev.rfsweep.model.Size;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cells of a layer table: one text where the axes agree, otherwise {@code 3x1}. */
final class AxisText {

    private AxisText() {}

    /** What {@code cell} says of every axis; {@code -} where an axis has no such thing. */
    static String cell(List<AxisView> views, Function<AxisView, String> cell) {
        return join(views.stream()
                .map(view -> view.kind() == AxisView.Kind.LOCAL ? cell.apply(view) : "-")
                .toList());
    }

    static String rf(List<AxisView> views) {
        return join(views.stream().map(AxisText::rf).toList());
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

    static String sizes(List<Long> sizes) {
        return join(sizes.stream()
                .map(size -> size == Size.UNKNOWN ? "?" : String.valueOf(size))
                .toList());
    }

    static String join(List<String> axes) {
        return axes.stream().distinct().count() == 1
                ? axes.get(0)
                : axes.stream().collect(Collectors.joining("x"));
    }

    private static String rf(AxisView view) {
        return switch (view.kind()) {
            case LOCAL -> (view.rf() == view.rfMin() ? "" : view.rfMin() + "..") + view.rf();
            case GLOBAL -> "global";
            case NOTHING -> "0";
            case UNKNOWN -> "?";
        };
    }
}
