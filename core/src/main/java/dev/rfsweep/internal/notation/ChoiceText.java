package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Domain;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.space.Choice;
import dev.rfsweep.internal.space.Key;
import dev.rfsweep.internal.space.Value;
import dev.rfsweep.model.Padding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the values of one choice: {@code 3,5..9:2,3x1}. */
final class ChoiceText {

    /** Values of one choice; the joint choices of a block are limited again by {@code space}. */
    private static final int MOST_VALUES = 10_000;

    private static final Pattern NUMBER = Pattern.compile("-?([0-9]{1,12}(\\.[0-9]{1,12})?|\\.[0-9]{1,12})");
    private static final Pattern MIXED = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    private final Key key;
    private final int rank;
    private final Domain domain;

    private ChoiceText(Key key, int rank) {
        this.key = key;
        this.rank = rank;
        this.domain = Domain.of(key);
    }

    static Choice parse(Key key, int rank, Span values) {
        return new Choice(key, new ArrayList<>(new ChoiceText(key, rank).values(values)));
    }

    /** Numbers of copies or repeats, by the rules of {@code r}. */
    static List<Integer> counts(Span values) {
        return new ChoiceText(Key.R, 1)
                .values(values).stream()
                        .map(value -> ((Value.Scalar) value).value().intValueExact())
                        .toList();
    }

    /** One integer that stands alone, such as a size. */
    static int integer(Span text, Domain domain) {
        BigDecimal number = number(text);
        if (number == null || !domain.has(number)) {
            throw text.fail("expected " + domain.expected());
        }
        return number.intValueExact();
    }

    private Set<Value> values(Span span) {
        Set<Value> values = new LinkedHashSet<>();
        for (Span item : span.split(',')) {
            for (Value value : item(item)) {
                if (!values.add(value)) {
                    throw item.fail("which repeats the value " + value.text() + "; expected every value once");
                }
            }
            if (values.size() > MOST_VALUES) {
                throw span.fail("expected at most " + MOST_VALUES + " values in one choice");
            }
        }
        return values;
    }

    private List<Value> item(Span item) {
        int dots = item.text().indexOf("..");
        return dots < 0 ? List.of(scalar(item)) : range(item, dots);
    }

    private List<Value> range(Span item, int dots) {
        Span rest = item.sub(dots + 2);
        int colon = rest.text().indexOf(':');
        BigDecimal low = inside(end(item.sub(0, dots), item));
        BigDecimal high = inside(end(colon < 0 ? rest : rest.sub(0, colon), item));
        if (low.compareTo(high) > 0) {
            throw item.fail("expected the smaller end of the range first");
        }
        if (colon < 0 && !(Domain.isWhole(low) && Domain.isWhole(high))) {
            throw item.fail("expected a step, such as 0.5..2:0.25, because the ends are not integers");
        }
        BigDecimal step = colon < 0 ? BigDecimal.ONE : step(rest.sub(colon + 1));
        if (high.subtract(low).divide(step, 0, RoundingMode.DOWN).compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            throw item.fail("expected at most " + MOST_VALUES + " values in one choice");
        }
        List<Value> values = new ArrayList<>();
        for (BigDecimal at = low; at.compareTo(high) <= 0; at = at.add(step)) {
            values.add(domain.axes() ? new Value.Extents(List.of(at.intValueExact())) : new Value.Scalar(at));
        }
        return values;
    }

    private static Span end(Span end, Span range) {
        if (end.isEmpty()) {
            throw range.fail("expected a range with both ends, such as 1..4");
        }
        return end;
    }

    private BigDecimal step(Span text) {
        BigDecimal step = number(text);
        if (step == null || step.signum() <= 0 || (domain.whole() && !Domain.isWhole(step))) {
            throw text.fail("expected a step of " + (domain.whole() ? "at least 1" : "more than 0"));
        }
        return step;
    }

    private Value scalar(Span item) {
        if (key == Key.PAD) {
            for (Padding.Auto mode : Padding.Auto.values()) {
                Value value = new Value.Mode(mode);
                if (value.text().equals(item.text())) {
                    return value;
                }
            }
        }
        return domain.axes() ? extents(item) : new Value.Scalar(inside(item));
    }

    /** Equal numbers on all axes are one number, so that {@code 3} and {@code 3x3} are the same value. */
    private Value extents(Span item) {
        List<Span> parts = item.split('x');
        if (parts.size() == 1) {
            return new Value.Extents(List.of(inside(item).intValueExact()));
        }
        List<Integer> axes = new ArrayList<>();
        for (Span part : parts) {
            axes.add(inside(part).intValueExact());
        }
        if (axes.size() != rank) {
            throw item.fail("expected one number for all axes, or " + rank + " numbers, because rank is " + rank);
        }
        return new Value.Extents(Set.copyOf(axes).size() == 1 ? axes.subList(0, 1) : axes);
    }

    private BigDecimal inside(Span text) {
        BigDecimal number = number(text);
        if (number != null && domain.has(number)) {
            return number;
        }
        if (key == Key.K && MIXED.matcher(text.text()).matches()) {
            throw text.fail("which is a MixConv (parallel kernels) and not supported yet; a choice is written "
                    + text.text().replace('.', ','));
        }
        String optional = key == Key.R && number != null && number.signum() == 0
                ? "; to make a stage optional write '| id' behind it"
                : "";
        throw text.fail("expected " + domain.expected() + optional);
    }

    /** The number written, or null when there is none. */
    private static BigDecimal number(Span text) {
        return NUMBER.matcher(text.text()).matches() ? new BigDecimal(text.text()) : null;
    }
}
