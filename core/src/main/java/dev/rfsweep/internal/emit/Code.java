package dev.rfsweep.internal.emit;

import java.util.List;
import java.util.stream.Collectors;

/** Python text that grows line by line. */
final class Code {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** One line at the current depth. */
    Code line(String line) {
        text.append(INDENT.repeat(depth)).append(line).append('\n');
        return this;
    }

    /** Whole lines that are indented already. */
    Code text(String lines) {
        text.append(lines);
        return this;
    }

    Code in() {
        depth++;
        return this;
    }

    Code out() {
        depth--;
        return this;
    }

    /** One number where all axes agree, otherwise a tuple. */
    static String extents(List<? extends Number> axes) {
        if (axes.stream().distinct().count() == 1) {
            return axes.get(0).toString();
        }
        return axes.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code , name=extents}, or nothing where every axis has the {@code usual} number anyway. */
    static String option(String name, List<? extends Number> axes, long usual) {
        boolean needed = axes.stream().anyMatch(axis -> axis.longValue() != usual);
        return needed ? ", " + name + "=" + extents(axes) : "";
    }

    static String requireIdentifier(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("'" + name + "' is not an identifier");
        }
        return name;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
