package dev.rfsweep.internal.output;

import java.util.function.Function;

/**
 * A column of a table for people.
 *
 * @param brief the label where the screen has no room for {@code label}
 * @param kind how cells are aligned, and cut where there is no room for them
 * @param cell what the column says of a row
 */
public record PageColumn<T>(String label, String brief, Kind kind, Function<T, String> cell) {

    /** What cells hold. */
    enum Kind {
        /** Aligned to the right, never cut. */
        NUMBER,
        /** Cut at its end. */
        TEXT,
        /** Cut at its beginning: the end of a path says more. */
        PATH
    }

    public static <T> PageColumn<T> number(String label, Function<T, String> cell) {
        return number(label, label, cell);
    }

    /** The same with a shorter label for narrow screens. */
    public static <T> PageColumn<T> number(String label, String brief, Function<T, String> cell) {
        return new PageColumn<>(label, brief, Kind.NUMBER, cell);
    }

    public static <T> PageColumn<T> text(String label, Function<T, String> cell) {
        return new PageColumn<>(label, label, Kind.TEXT, cell);
    }

    /** Names such as {@code features.0.conv}. */
    public static <T> PageColumn<T> path(String label, Function<T, String> cell) {
        return new PageColumn<>(label, label, Kind.PATH, cell);
    }
}
