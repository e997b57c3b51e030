package dev.rfsweep.internal.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Estimates: two digits, in the unit that suits them. */
public final class Quantity {

    private static final String[] TIMES = {" s", " min", " h", " days", " years"};
    private static final double[] STEPS = {60, 60, 24, 365};

    /** From so many of a unit on, the next greater one is used. */
    private static final double[] MOST = {120, 120, 48, 730};

    private static final String[] SIZES = {
        " bytes", " kB", " MB", " GB", " TB", " PB", " EB", " ZB", " YB", " RB", " QB"
    };

    private static final String[] THOUSANDS = {"", "k", "M", "G", "T"};

    /** Times below have hundredths of a second, and times below the next one tenths. */
    private static final double SHORT = 0.095;

    private static final double PRECISE = 10;

    private Quantity() {}

    /** A time of at least one second. */
    public static String time(double seconds) {
        double left = Math.max(seconds, 1);
        int unit = 0;
        while (unit < STEPS.length && left >= MOST[unit]) {
            left /= STEPS[unit++];
        }
        return twoDigits(left).toPlainString() + TIMES[unit];
    }

    /** A time as a sentence has it. */
    public static String about(double seconds) {
        return seconds < 1 ? "less than 1 s" : "about " + time(seconds);
    }

    /** A time that was measured. */
    public static String elapsed(double seconds) {
        String digits = seconds < SHORT ? "%.2f s" : "%.1f s";
        return seconds < PRECISE ? String.format(Locale.ROOT, digits, seconds) : time(seconds);
    }

    /** A number in the unit of {@link #unit}, such as {@code 1500.0k}. */
    public static String count(double number) {
        int level = level((long) number);
        return String.format(Locale.ROOT, "%.1f", number / Math.pow(1000, level)) + THOUSANDS[level];
    }

    /** The thousands, millions, ... that {@code number} is counted in, so that there are fewer than a hundred thousand. */
    public static String unit(long number) {
        return THOUSANDS[level(number)];
    }

    /** How many of them are one {@link #unit}. */
    public static long scale(long number) {
        return (long) Math.pow(1000, level(number));
    }

    private static int level(long number) {
        int level = 0;
        for (long left = number; left >= 100_000 && level < THOUSANDS.length - 1; left /= 1000) {
            level++;
        }
        return level;
    }

    public static String size(double bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 1000 && unit < SIZES.length - 1) {
            left /= 1000;
            unit++;
        }
        return twoDigits(left).toPlainString() + SIZES[unit];
    }

    public static String threads(int threads) {
        return threads + (threads == 1 ? " thread" : " threads");
    }

    /** {@code number} without the digits that an estimate does not know. */
    public static BigDecimal twoDigits(double number) {
        return new BigDecimal(number).round(new MathContext(2)).stripTrailingZeros();
    }
}
