package dev.rfsweep.internal.notation;

import dev.rfsweep.model.RfsweepException;
import dev.rfsweep.model.metric.Metric;
import java.math.BigDecimal;

/** The number behind {@code ~} in an objective. */
public final class TargetValue {

    private static final int DECIMALS = 9;

    /** A decimal that any metric might be compared with; which ones it may be, {@link #of} says. */
    static final String PATTERN = "(\\d{1,18}(?:\\.\\d{1," + DECIMALS + "})?)";

    private TargetValue() {}

    /**
     * Reads what a value of {@code metric} is to be nearest to.
     *
     * @param source what errors call the text
     * @throws RfsweepException when no value can be near it
     */
    static BigDecimal of(String source, String text, Metric metric) {
        return checked(source, new BigDecimal(text), metric);
    }

    /** {@code target}, if values of {@code metric} can be near it. */
    public static BigDecimal checked(String source, BigDecimal target, Metric metric) {
        BigDecimal stripped = target.stripTrailingZeros();
        String found = source + ": found '" + target.toPlainString() + "', expected ";
        if (metric.isWhole() && stripped.scale() > 0) {
            throw new RfsweepException(found + "an integer, as " + metric + " is one");
        }
        if (stripped.scale() > DECIMALS) {
            throw new RfsweepException(found + "at most " + DECIMALS + " decimals");
        }
        if (stripped.abs().compareTo(metric.largest()) > 0) {
            throw new RfsweepException(found + "a number up to " + metric.largest());
        }
        return stripped;
    }
}
