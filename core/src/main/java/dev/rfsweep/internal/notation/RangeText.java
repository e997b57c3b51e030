package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Domain;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.model.Range;
import dev.rfsweep.model.Ranges;
import dev.rfsweep.model.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a metric is compared with: numbers, and ranges {@code a..b}, {@code a..} or {@code ..b}.
 *
 * @param metric what is compared
 * @param before what stands before the values, so that errors can say all that is to be written
 */
record RangeText(Metric metric, String before) {

    private static final String DIGITS =
            "[+-]?(?:[0-9]{1,19}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,2})?";
    private static final Pattern NUMBER = Pattern.compile("(" + DIGITS + ")([kMGT]?)");

    /** Ranges of other languages. */
    private static final Pattern OTHER_RANGE =
            Pattern.compile("(" + DIGITS + "[kMGT]?)\\s*(?:-|:|\\.{3,}|\u2013|\u2026|to)\\s*(" + DIGITS + "[kMGT]?)");

    private static final String SUFFIXES = "kMGT";

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Numbers and ranges, separated by commas. */
    Ranges set(Span values) {
        List<Range> parts = new ArrayList<>();
        for (Span part : values.split(',')) {
            parts.add(range(part.strip()));
        }
        return new Ranges(parts);
    }

    /** What is {@code number} at least. */
    Ranges from(Span number) {
        return Ranges.of(between(one(number), null));
    }

    /** What is {@code number} at most. */
    Ranges upTo(Span number) {
        return Ranges.of(between(null, one(number)));
    }

    private BigDecimal one(Span number) {
        if (number.text().contains("..") || number.text().contains(",")) {
            throw number.fail("expected one number; a range or several values are written " + before + number.text());
        }
        if (number.isEmpty()) {
            throw number.fail("expected a number such as 224");
        }
        return end(number);
    }

    private Range range(Span range) {
        String text = range.text();
        int dots = text.indexOf("..");
        Matcher other = OTHER_RANGE.matcher(text);
        if (other.matches()) {
            throw range.fail("expected two dots in a range; write " + before + other.group(1) + ".." + other.group(2));
        }
        BigDecimal low = end(dots < 0 ? range : range.sub(0, dots));
        BigDecimal high = dots < 0 ? low : end(range.sub(dots + 2));
        if (low == null && high == null) {
            throw range.fail("expected a range: a..b, a.., ..b or a");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            throw range.fail("expected the smaller end of the range first");
        }
        return between(low, high);
    }

    private Range between(BigDecimal low, BigDecimal high) {
        return metric.keys(low, high);
    }

    /** One end, or null when it is open. */
    private BigDecimal end(Span span) {
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
