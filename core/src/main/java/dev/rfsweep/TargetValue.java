package dev.rfsweep;

import dev.rfsweep.model.Metric;
import dev.rfsweep.model.RfsweepException;
import java.math.BigDecimal;

/** The number behind {@code ~} in an objective. */
final class TargetValue {

    /** A decimal that any metric might be compared with; which ones it may be, {@link #of} says. */
    static final String PATTERN = "(\\d{1,18}(?:\\.\\d{1,9})?)";

    private TargetValue() {}

    /**
     * Reads what a value of {@code metric} is to be nearest to.
     *
     * @param source what errors call the text
     * @throws RfsweepException when no value can be near it
     */
    static BigDecimal of(String source, String text, Metric metric) {
        BigDecimal target = new BigDecimal(text).stripTrailingZeros();
        if (metric.isWhole() && target.scale() > 0) {
            throw new RfsweepException(source + ": found '" + text + "', expected an integer, as " + metric + " is one");
        }
        if (target.compareTo(metric.largest()) > 0) {
            throw new RfsweepException(source + ": found '" + text + "', expected a number up to " + metric.largest());
        }
        return target;
    }
}
