package dev.rfsweep.internal.report.svg;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * SVG text that grows element by element: {@link #open} one, give it attributes with {@link #at}, then content, then
 * {@link #close}. Texts are escaped, and numbers have at most two decimals, so that equal pictures are equal bytes.
 * Not thread-safe.
 */
public final class Svg {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    public Svg open(String element) {
        endTag();
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    public Svg at(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    public Svg at(String name, double value) {
        out.append(' ').append(name).append("=\"");
        number(value, out);
        out.append('"');
        return this;
    }

    Svg content(String text) {
        endTag();
        out.append(escaped(text));
        return this;
    }

    public Svg close() {
        String element = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(element).append('>');
        }
        if (open.size() < 3) { // lines, so that a diff of two pictures can be read
            out.append('\n');
        }
        return this;
    }

    /** A whole element with text inside. */
    public Svg leaf(String element, String text) {
        return open(element).content(text).close();
    }

    /** A group that stands {@code x} to the right and {@code y} further down; the caller closes it. */
    public Svg group(double x, double y) {
        StringBuilder move = new StringBuilder("translate(");
        number(x, move);
        number(y, move.append(' '));
        return open("g").at("transform", move.append(')').toString());
    }

    /** One line of text; {@code style} is a list of classes. */
    public Svg text(double x, double y, String style, String text) {
        return open("text")
                .at("x", x)
                .at("y", y)
                .at("class", style)
                .content(text)
                .close();
    }

    public Svg line(double x1, double y1, double x2, double y2, String style) {
        return open("line")
                .at("x1", x1)
                .at("y1", y1)
                .at("x2", x2)
                .at("y2", y2)
                .at("class", style)
                .close();
    }

    /** A rectangle that the caller closes, after adding what else it needs. */
    public Svg rect(double x, double y, double width, double height, String style) {
        return open("rect")
                .at("x", x)
                .at("y", y)
                .at("width", width)
                .at("height", height)
                .at("class", style);
    }

    /** A path that the caller closes. */
    public Svg path(Outline outline, String style) {
        return open("path").at("d", outline.toString()).at("class", style);
    }

    /** Appends {@code value} rounded to hundredths, without needless zeros. */
    public static void number(double value, StringBuilder out) {
        long hundredths = Math.round(value * 100);
        if (hundredths < 0) {
            out.append('-');
            hundredths = -hundredths;
        }
        out.append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) {
            out.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                out.append(rest % 10);
            }
        }
    }

    /** {@code value} as {@link #number(double, StringBuilder)} writes it. */
    public static String number(double value) {
        StringBuilder text = new StringBuilder();
        number(value, text);
        return text.toString();
    }

    /** Escapes markup, and replaces what XML cannot hold at all. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c > 0xFFFF;
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
