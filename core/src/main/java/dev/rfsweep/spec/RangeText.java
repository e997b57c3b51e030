package dev.rfsweep.spec;

import dev.rfsweep.model.Metric;
import dev.rfsweep.model.Range;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a range of a metric: {@code a..b}, {@code a..}, {@code ..b} or {@code a}. */
final class RangeText {

    private static final Pattern NUMBER = Pattern.compile(
            "([+-]?(?:[0-9]{1,19}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,2})?)([kMGT]?)");
    private static final String SUFFIXES = "kMGT";

    private RangeText() {}

    static Range parse(Span range, Metric metric) {
        String text = range.text();
        int dots = text.indexOf("..");
        BigDecimal low = end(dots < 0 ? range : range.sub(0, dots), metric);
        BigDecimal high = dots < 0 ? low : end(range.sub(dots + 2), metric);
        if (low == null && high == null) {
            throw range.fail("expected a range: a..b, a.., ..b or a");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw range.fail("expected the smaller end of the range first");
        }
        return metric.keys(low, high);
    }

    /** One end, or null when it is open. */
    private static BigDecimal end(Span span, Metric metric) {
        Span text = span.strip();
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = number(text);
        if (metric.isWhole() && !Domain.isWhole(number)) {
            throw text.fail("expected an integer");
        }
        if (number.abs().compareTo(metric.largest()) > 0) {
            throw text.fail("expected a number up to " + metric.largest());
        }
        return number;
    }

    private static BigDecimal number(Span text) {
        Matcher matcher = NUMBER.matcher(text.text());
        if (!matcher.matches()) {
            throw text.fail("expected a number such as 224, 5e6, 1.5k or 5M (k, M, G, T are decimal)");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return matcher.group(2).isEmpty()
                ? number
                : number.scaleByPowerOfTen(3 * (SUFFIXES.indexOf(matcher.group(2)) + 1));
    }
}
