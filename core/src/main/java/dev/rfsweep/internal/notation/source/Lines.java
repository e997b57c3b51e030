package dev.rfsweep.internal.notation.source;

import java.util.ArrayList;
import java.util.List;

/** The text of a document by lines, to find out how a scalar is written in it. */
public final class Lines {

    private final String source;
    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    public Lines(String source, String text) {
        this.source = source;
        this.text = text;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
    }

    /** The scalar {@code value} that a parser saw at {@code place}. */
    public Span span(String value, Place place) {
        int at = Math.min(starts.get(Math.min(place.line(), starts.size()) - 1) + place.column() - 1, text.length());
        boolean quoted = text.startsWith("'", at) || text.startsWith("\"", at);
        boolean exact = text.startsWith(value, quoted ? at + 1 : at);
        Place start = quoted && exact ? new Place(source, place.line(), place.column() + 1) : place;
        return new Span(value, start, exact, !quoted, 0, value.length());
    }
}
