package dev.rfsweep.internal.notation.source;

import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;

/**
 * Something wrong with what the user wrote. The message is complete, for instance {@code space.yaml:4:8: found 'kk',
 * expected a key: k, s, ...; did you mean 'k'?}.
 */
public final class SpecException extends RfsweepException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 60;

    private final String source;
    private final int line;
    private final int column;

    /** {@code problem} is what follows the position: what was found and what was expected. */
    public SpecException(Place place, String problem) {
        this(place, problem, null);
    }

    /** @param remedy what the user may give so that nothing is wrong, or null */
    SpecException(Place place, String problem, Remedy remedy) {
        super(place + ": " + problem, remedy);
        this.source = place.source();
        this.line = place.line();
        this.column = place.column();
    }

    /** Name of the file, or a stand-in such as {@code <space>} for the command line. */
    public String source() {
        return source;
    }

    /** Line, from 1. */
    public int line() {
        return line;
    }

    /** Column, from 1. */
    public int column() {
        return column;
    }

    /** {@code text} as a message shows it: short, on one line and without control characters. */
    static String found(String text) {
        if (text.isEmpty()) {
            return "found nothing";
        }
        StringBuilder shown = new StringBuilder("found '");
        int length = Math.min(text.length(), LONGEST);
        for (int at = 0; at < length; at++) {
            char character = text.charAt(at);
            if (Character.isISOControl(character)) {
                shown.append(String.format("\\u%04x", (int) character));
            } else {
                shown.append(character);
            }
        }
        return shown.append(text.length() > LONGEST ? "...'" : "'").toString();
    }
}
