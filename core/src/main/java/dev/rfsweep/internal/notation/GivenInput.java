package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Domain;
import dev.rfsweep.internal.notation.source.Place;
import dev.rfsweep.internal.notation.source.Span;
import dev.rfsweep.internal.space.Input;
import java.util.Collections;
import java.util.List;

/**
 * What is said about the input of a space beside its own text, in place of what that says. Immutable; {@link #size} and
 * {@link #channels} return another one each.
 */
public final class GivenInput {

    /** Nothing is said: the text stands. */
    public static final GivenInput NONE = new GivenInput(null, null);

    private static final int MOST_AXES = 3;

    /** Null where nothing is said. */
    private final Span size;

    private final Span channels;

    private GivenInput(Span size, Span channels) {
        this.size = size;
        this.channels = channels;
    }

    /**
     * With a size: {@code 224}, or axis by axis {@code 224x160}.
     *
     * @param source what errors call it
     */
    public GivenInput size(String source, String text) {
        return new GivenInput(Span.of(text, new Place(source, 1, 1)), channels);
    }

    /**
     * With a number of channels.
     *
     * @param source what errors call it
     */
    public GivenInput channels(String source, String text) {
        return new GivenInput(size, Span.of(text, new Place(source, 1, 1)));
    }

    /**
     * One size for all axes, or one for each in array order; empty where none is said.
     *
     * @throws dev.rfsweep.internal.notation.source.SpecException when it is malformed
     */
    public List<Integer> sizes() {
        if (size == null) {
            return List.of();
        }
        if (size.text().contains(",")) {
            throw size.fail("expected one size; axes are joined by x, such as "
                    + size.text().replaceAll("\\s*,\\s*", "x") + ", and a choice of sizes is not supported yet");
        }
        List<Integer> axes = size.split('x').stream()
                .map(axis -> ChoiceText.integer(axis.strip(), Domain.SIZE))
                .toList();
        if (axes.size() > MOST_AXES) {
            throw size.fail("expected a size for 1 to 3 axes, such as 224 or 224x160");
        }
        return axes;
    }

    /**
     * The input with what is said here in place of what is written.
     *
     * @param fixedRank whether the number of axes is written; otherwise it follows from the sizes
     */
    Input over(Input written, boolean fixedRank) {
        List<Integer> axes = sizes();
        int rank = axes.size() > 1 && !fixedRank ? axes.size() : written.rank();
        if (axes.size() > 1 && axes.size() != rank) {
            throw size.fail("expected one number" + (rank > 1 ? " or " + rank + " joined by x" : "")
                    + ", because the space has " + rank + (rank > 1 ? " axes" : " axis"));
        }
        return new Input(
                rank,
                axes.isEmpty() ? written.size() : axes.size() == 1 ? Collections.nCopies(rank, axes.get(0)) : axes,
                channels == null ? written.channels() : ChoiceText.integer(channels.strip(), Domain.CHANNELS));
    }
}
