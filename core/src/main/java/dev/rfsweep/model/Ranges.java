package dev.rfsweep.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of whole numbers, as ranges in ascending order that are not empty and do not touch. Sets of the same numbers are equal.
 *
 * @param parts the ranges; none when nothing is inside
 */
public record Ranges(List<Range> parts) {

    public static final Ranges NONE = new Ranges(List.of());

    /** The union of {@code parts}, which may overlap and come in any order. */
    public Ranges {
        List<Range> joined = new ArrayList<>();
        for (Range part : parts.stream()
                .filter(part -> part.low() <= part.high())
                .sorted(Comparator.comparingLong(Range::low))
                .toList()) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (last.high() == Long.MAX_VALUE || part.low() <= last.high() + 1)) {
                joined.set(joined.size() - 1, new Range(last.low(), Math.max(last.high(), part.high())));
            } else {
                joined.add(part);
            }
        }
        parts = List.copyOf(joined);
    }

    public static Ranges of(Range... parts) {
        return new Ranges(List.of(parts));
    }

    public boolean contains(long value) {
        return parts.stream().anyMatch(part -> part.contains(value));
    }

    /** The numbers in both sets. */
    public Ranges and(Ranges other) {
        List<Range> both = new ArrayList<>();
        for (Range one : parts) {
            other.parts.forEach(part -> both.add(one.and(part)));
        }
        return new Ranges(both);
    }

    /** All other numbers. */
    public Ranges complement() {
        Ranges rest = of(Range.ALL);
        for (Range part : parts) {
            List<Range> around = new ArrayList<>();
            if (part.low() > Long.MIN_VALUE) {
                around.add(new Range(Long.MIN_VALUE, part.low() - 1));
            }
            if (part.high() < Long.MAX_VALUE) {
                around.add(new Range(part.high() + 1, Long.MAX_VALUE));
            }
            rest = rest.and(new Ranges(around));
        }
        return rest;
    }
}
