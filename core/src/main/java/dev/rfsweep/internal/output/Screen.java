package dev.rfsweep.internal.output;

import dev.rfsweep.model.NumberText;
import dev.rfsweep.model.metric.Figure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Where text for people is shown: a terminal of some width, or a file.
 *
 * @param width columns of the terminal
 * @param bold whether headers are bold
 */
public record Screen(int width, boolean bold) {

    /** A file or a pipe: lines may be of any length, and all is plain. */
    public static final Screen PAPER = new Screen(Integer.MAX_VALUE, false);

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    /** Whether lines have a greatest length. */
    public boolean bounded() {
        return width < PAPER.width;
    }

    /** {@code text} as a header. */
    public String header(String text) {
        return bold ? BOLD + text + PLAIN : text;
    }

    /** {@code number} as people read it, or plain where a program may be the reader. */
    public String number(BigInteger number) {
        return bounded() ? NumberText.of(number) : number.toString();
    }

    /** The same. */
    public String number(long number) {
        return number(BigInteger.valueOf(number));
    }

    /** The same; a value with decimals as it is. */
    public String number(Figure value) {
        return value.metric().isWhole()
                ? number(value.longValue())
                : value.decimal().toPlainString();
    }

    /** {@code text} broken at spaces into lines that leave {@code indent} columns free. A longer word has its own line. */
    public List<String> wrap(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width - indent) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Columns that {@code text} takes. */
    static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
