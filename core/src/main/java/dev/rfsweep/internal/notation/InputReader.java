package dev.rfsweep.internal.notation;

import dev.rfsweep.internal.notation.source.Domain;
import dev.rfsweep.internal.space.Input;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads {@code input} and {@code rank}. */
final class InputReader {

    private static final int DEFAULT_RANK = 2;

    private InputReader() {}

    /** The input that {@code document} describes, every part of which has a default, and {@code given} in its place. */
    static Input read(Tree.Fields document, GivenInput given) {
        Optional<Tree.Fields> input = document.get("input")
                .map(tree -> tree.fields("a map such as {size: 224, channels: 3}")
                        .only(List.of("size", "channels", "rank")));
        Optional<Tree> size = input.flatMap(fields -> fields.get("size"));
        Optional<Integer> rank = rank(document.get("rank"), input.flatMap(fields -> fields.get("rank")));
        int channels = input.flatMap(fields -> fields.get("channels"))
                .map(tree -> integer(tree, Domain.CHANNELS))
                .orElse(Input.DEFAULT_CHANNELS);
        if (size.isEmpty()) {
            return given.over(new Input(rank.orElse(DEFAULT_RANK), List.of(), channels), rank.isPresent());
        }
        List<Integer> axes = axes(size.get(), rank);
        return given.over(new Input(axes.size(), axes, channels), true);
    }

    private static Optional<Integer> rank(Optional<Tree> outer, Optional<Tree> inner) {
        Optional<Integer> rank = outer.map(tree -> integer(tree, Domain.RANK));
        Optional<Integer> other = inner.map(tree -> integer(tree, Domain.RANK));
        if (rank.isPresent() && other.isPresent() && !rank.equals(other)) {
            throw inner.get().fail("but rank is " + rank.get() + " at the top; expected it once");
        }
        return rank.or(() -> other);
    }

    private static List<Integer> axes(Tree size, Optional<Integer> rank) {
        if (size instanceof Tree.Text) {
            return Collections.nCopies(rank.orElse(DEFAULT_RANK), integer(size, Domain.SIZE));
        }
        List<Integer> axes = size.items("a size: n, [n], [h, w] or [d, h, w]").stream()
                .map(tree -> integer(tree, Domain.SIZE))
                .toList();
        if (axes.size() > 3 || (rank.isPresent() && rank.get() != axes.size())) {
            throw size.fail("expected "
                    + rank.map(axesWanted -> axesWanted + " numbers, because rank is " + axesWanted)
                            .orElse("1 to 3 numbers"));
        }
        return axes;
    }

    private static int integer(Tree tree, Domain domain) {
        return ChoiceText.integer(tree.text(domain.expected()), domain);
    }
}
