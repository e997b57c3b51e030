package dev.rfsweep.internal.notation.source;

import dev.rfsweep.internal.space.Key;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers that a key takes. The upper ends are far beyond any real network; they keep the arithmetic behind them
 * exact and a typing error from filling the memory.
 *
 * @param low least number
 * @param high greatest number
 * @param whole whether only integers count
 * @param axes whether there may be one number for each axis
 * @param expected what an error says
 */
public record Domain(BigDecimal low, BigDecimal high, boolean whole, boolean axes, String expected) {

    /** Of kernels, strides, dilations and paddings. */
    private static final int MOST_EXTENT = 65_535;

    private static final int MOST_CHANNELS = 1 << 24;
    private static final int MOST_COPIES = 10_000;
    private static final int MOST_EXPANSION = 1_000;

    public static final Domain CHANNELS = integers(1, MOST_CHANNELS);
    public static final Domain SIZE = integers(1, 1 << 30);
    public static final Domain RANK = integers(1, 3);
    static final Domain COPIES = integers(1, MOST_COPIES);

    private static final Map<Key, Domain> BY_KEY =
            new EnumMap<>(Stream.of(Key.values()).collect(Collectors.toMap(Function.identity(), Domain::make)));

    public static Domain of(Key key) {
        return BY_KEY.get(key);
    }

    private static Domain make(Key key) {
        return switch (key) {
            case K, S, DIL -> extents(1, "");
            case PAD -> extents(-MOST_EXTENT, "same, valid, same_upper, same_lower or ");
            case C, G -> CHANNELS;
            case R -> COPIES;
            case E -> decimals(BigDecimal.ONE.movePointLeft(6), MOST_EXPANSION, "a number above 0, up to 1000");
            case SE -> decimals(BigDecimal.ZERO, 1, "a number from 0 to 1");
        };
    }

    public boolean has(BigDecimal number) {
        return number.compareTo(low) >= 0 && number.compareTo(high) <= 0 && (!whole || isWhole(number));
    }

    public static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static Domain integers(int low, int high) {
        String expected = "an integer from " + low + " to " + high;
        return new Domain(BigDecimal.valueOf(low), BigDecimal.valueOf(high), true, false, expected);
    }

    private static Domain extents(int low, String others) {
        Domain integers = integers(low, MOST_EXTENT);
        return new Domain(integers.low, integers.high, true, true, others + integers.expected);
    }

    private static Domain decimals(BigDecimal low, int high, String expected) {
        return new Domain(low, BigDecimal.valueOf(high), false, false, expected);
    }
}
