package dev.rfsweep.cli;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a layer table. Lists hold a number for each axis, or nothing where there is nothing to say.
 *
 * @param op what the layer does
 * @param out size of its output
 * @param channels channels of its output, 0 when unknown
 * @param rf receptive field of a unit of its output
 * @param jump effective stride of its output
 */
record LayerRow(
        String op,
        List<? extends Number> kernel,
        List<? extends Number> stride,
        List<? extends Number> dilation,
        List<? extends Number> out,
        long channels,
        List<? extends Number> rf,
        List<? extends Number> jump) {

    static final List<String> LABELS =
            List.of("op", "kernel", "stride", "dilation", "out", "channels", "rf", "effective_stride");

    static final List<Boolean> LEFT = List.of(true, false, false, false, false, false, false, false);

    String[] cells() {
        return new String[] {
            op,
            text(kernel),
            text(stride),
            text(dilation),
            text(out),
            channels == 0 ? "-" : String.valueOf(channels),
            text(rf),
            text(jump)
        };
    }

    /** One number where the axes agree, otherwise {@code 3x1}. */
    private static String text(List<? extends Number> axes) {
        if (axes.isEmpty()) {
            return "-";
        }
        return axes.stream().distinct().count() == 1
                ? axes.get(0).toString()
                : axes.stream().map(Number::toString).collect(Collectors.joining("x"));
    }
}
