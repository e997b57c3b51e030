package dev.rfsweep.internal.report.svg;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleList;

/**
 * Values to positions on the page.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}, above {@code from}
 * @param log whether equal factors, instead of equal differences, have equal distances; values are then above 0
 */
public record Scale(double from, double to, double start, double end, boolean log) {

    private static final double[] STEPS = {1, 2, 5, 10};

    public Scale {
        if (!(to > from) || (log && !(from > 0))) {
            throw new IllegalArgumentException("a scale from " + from + " to " + to); // its ticks would have no end
        }
    }

    public static Scale linear(double from, double to, double start, double end) {
        return new Scale(from, to, start, end, false);
    }

    public static Scale log(double from, double to, double start, double end) {
        return new Scale(from, to, start, end, true);
    }

    public double at(double value) {
        double share = log
                ? StrictMath.log(value / from) / StrictMath.log(to / from) // same bytes on every machine
                : (value - from) / (to - from);
        return start + share * (end - start);
    }

    /** The left edge of a pixel. */
    public double at(long pixel) {
        return at((double) pixel);
    }

    public boolean shows(double value) {
        return value > from && value < to;
    }

    /** Distance on the page of two values that differ by one, on a linear scale. */
    public double unit() {
        return Math.abs(end - start) / (to - from);
    }

    /** Round values inside the range, about {@code most} at the most. */
    public DoubleList ticks(int most) {
        return log ? decades(most) : multiples(most);
    }

    private DoubleList multiples(int most) {
        double power = 1;
        while ((to - from) / (power * 10) > most) {
            power *= 10;
        }
        double step = power;
        for (double factor : STEPS) {
            step = power * factor;
            if ((to - from) / step <= most) {
                break;
            }
        }
        DoubleArrayList ticks = new DoubleArrayList();
        for (double tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private DoubleList decades(int most) {
        double[] factors = StrictMath.log10(to / from) * 3 <= most ? new double[] {1, 2, 5} : new double[] {1};
        DoubleArrayList ticks = new DoubleArrayList();
        for (double power = StrictMath.pow(10, Math.floor(StrictMath.log10(from))); power <= to; power *= 10) {
            for (double factor : factors) {
                if (power * factor >= from && power * factor <= to) {
                    ticks.add(power * factor);
                }
            }
        }
        return ticks;
    }
}
