package dev.rfsweep.internal.space;

import java.util.List;
import java.util.Optional;

/**
 * A block with its choices.
 *
 * @param type what it expands to
 * @param choices choice points in written order, at most one a key
 * @param each whether repeats ({@link Key#R}) choose for themselves; otherwise they share one choice
 * @param skip whether the block may have its shortcut
 */
public record Block(BlockType type, List<Choice> choices, boolean each, boolean skip) implements Node {

    public Block {
        choices = List.copyOf(choices);
    }

    /** The choice of {@code key}, if it is written. */
    public Optional<Choice> choice(Key key) {
        for (Choice choice : choices) { // asked for every key of every block: a stream would be most of the cost
            if (choice.key() == key) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /** How often the block may stand in a row, in written order. */
    List<Integer> repeats() {
        return choice(Key.R)
                .map(choice -> choice.values().stream()
                        .map(value -> ((Value.Scalar) value).value().intValueExact())
                        .toList())
                .orElse(List.of(1));
    }

    /** Whether there are repeats and they choose for themselves. */
    boolean repeatsChoose() {
        return each && !repeats().equals(List.of(1));
    }
}
