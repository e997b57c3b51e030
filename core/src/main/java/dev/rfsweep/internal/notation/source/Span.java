package dev.rfsweep.internal.notation.source;

import dev.rfsweep.model.Remedy;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of what the user wrote, which knows where it stands.
 *
 * @param whole the text it is a piece of
 * @param start where that text starts
 * @param exact whether {@code whole} stands in the source character by character; after escapes or folding it does not,
 *     and every piece is reported at its start
 * @param plain whether {@code whole} is a YAML scalar without quotes
 * @param from first character of the piece
 * @param to behind its last character
 */
public record Span(String whole, Place start, boolean exact, boolean plain, int from, int to) {

    public static Span of(String text, Place start) {
        return new Span(text, start, true, false, 0, text.length());
    }

    public String text() {
        return whole.substring(from, to);
    }

    public boolean isEmpty() {
        return from == to;
    }

    public Place place() {
        return exact ? start.after(whole.substring(0, from)) : start;
    }

    /** Characters {@code low} to {@code high}, exclusive, of this piece. */
    public Span sub(int low, int high) {
        return new Span(whole, start, exact, plain, from + low, from + high);
    }

    /** This piece from character {@code low} on. */
    public Span sub(int low) {
        return sub(low, to - from);
    }

    /** This piece without white space around it. */
    public Span strip() {
        int low = from;
        int high = to;
        while (low < high && Character.isWhitespace(whole.charAt(low))) {
            low++;
        }
        while (low < high && Character.isWhitespace(whole.charAt(high - 1))) {
            high--;
        }
        return new Span(whole, start, exact, plain, low, high);
    }

    /** The pieces between the {@code separator}s, empty ones included. */
    public List<Span> split(char separator) {
        List<Span> pieces = new ArrayList<>();
        int begin = from;
        for (int at = from; at <= to; at++) {
            if (at == to || whole.charAt(at) == separator) {
                pieces.add(new Span(whole, start, exact, plain, begin, at));
                begin = at + 1;
            }
        }
        return pieces;
    }

    /** An error at this piece: what was found, then {@code problem}, which says what was expected. */
    public SpecException fail(String problem) {
        return fail(problem, null);
    }

    /** The same where the user may give {@code remedy} so that nothing is wrong; it may be null. */
    public SpecException fail(String problem, Remedy remedy) {
        return new SpecException(place(), SpecException.found(text()) + ", " + problem, remedy);
    }
}
