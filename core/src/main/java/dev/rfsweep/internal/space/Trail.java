package dev.rfsweep.internal.space;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;

/** The way from the top of the grammar down to a place in it, as a linked list: ways with a common beginning share it. */
public final class Trail {

    /** One step down. */
    public sealed interface Turn {}

    /** Into part {@code index}, from 0, of a sequence. */
    public record Part(int index) implements Turn {}

    /** Into option {@code index}, from 0, of an alternative. */
    public record Alternative(int index) implements Turn {}

    /**
     * Into one of several copies that choose for themselves. Runs of different length share their ends, so a copy is
     * known by how many follow it.
     *
     * @param counts how many copies there may be, in written order
     * @param following copies behind this one
     */
    public record Copy(List<Integer> counts, int following) implements Turn {}

    private static final String LAST = ".last";

    /** The top. */
    public static final Trail TOP = new Trail(null, null);

    /** The way to the last step; null at the top. */
    private final Trail before;

    private final Turn last;

    private Trail(Trail before, Turn last) {
        this.before = before;
        this.last = last;
    }

    /** One step further down. */
    public Trail down(Turn turn) {
        return new Trail(this, Objects.requireNonNull(turn));
    }

    /** Every step, the outermost first. */
    public List<Turn> turns() {
        ArrayDeque<Turn> turns = new ArrayDeque<>();
        for (Trail at = this; at.last != null; at = at.before) {
            turns.addFirst(at.last);
        }
        return List.copyOf(turns);
    }

    /**
     * How the place is written. Copies whose number is itself a choice are counted from the end: {@code 2.last} is the last
     * copy of stage 2, {@code 2.last-1} the one before it.
     */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (Turn turn : turns()) {
            if (turn instanceof Copy copy) {
                label.append(
                        copy.counts().size() == 1
                                ? copyLabel(copy.counts().get(0) - copy.following())
                                : LAST + (copy.following() == 0 ? "" : "-" + copy.following()));
            } else {
                label.append(label(turn));
            }
        }
        return label.isEmpty() ? "" : label.substring(1); // only the stages themselves have nothing before them
    }

    /** How a step other than into a copy is written. */
    static String label(Turn turn) {
        if (turn instanceof Part part) {
            return "/" + (part.index() + 1);
        }
        return "|" + (((Alternative) turn).index() + 1);
    }

    /** How the step into copy {@code copy}, from 1, is written. */
    static String copyLabel(int copy) {
        return "." + copy;
    }
}
