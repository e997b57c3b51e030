package dev.rfsweep.internal.space;

import dev.rfsweep.model.Padding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One value of a {@link Choice}. */
public sealed interface Value {

    /** The value as users write it; parsing it gives an equal value. */
    String text();

    /**
     * Whole numbers by axis: a kernel, stride, dilation or explicit padding.
     *
     * @param axes one number for every axis, or a number for each in array order
     */
    record Extents(List<Integer> axes) implements Value {
        public Extents {
            axes = List.copyOf(axes);
        }

        /** The number of axis {@code axis}. */
        public int at(int axis) {
            return axes.get(axes.size() == 1 ? 0 : axis);
        }

        @Override
        public String text() {
            return axes.stream().map(String::valueOf).collect(Collectors.joining("x"));
        }
    }

    /** A number without axes: channels, a ratio, groups or repeats. Trailing zeros do not count. */
    record Scalar(BigDecimal value) implements Value {
        public Scalar {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /** A padding mode. */
    record Mode(Padding.Auto padding) implements Value {
        @Override
        public String text() {
            return padding.name().toLowerCase(Locale.ROOT);
        }
    }
}
