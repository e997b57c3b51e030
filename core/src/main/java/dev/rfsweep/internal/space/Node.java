package dev.rfsweep.internal.space;

import java.util.List;

/** A piece of the grammar of a space. */
public sealed interface Node permits Block, Node.Sequence, Node.Alternative, Node.Repeat {

    /** Every part in turn; nothing at all when empty. */
    record Sequence(List<Node> parts) implements Node {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of the options. */
    record Alternative(List<Node> options) implements Node {
        public Alternative {
            options = List.copyOf(options);
        }
    }

    /**
     * Copies of a body. A body that is a repeat itself is put into a sequence, so that its decision has a stage of its own.
     *
     * @param counts how many copies there may be, each at least 1, in written order
     * @param each whether the copies choose for themselves; otherwise they share one choice
     * @param body what is copied
     */
    record Repeat(List<Integer> counts, boolean each, Node body) implements Node {
        public Repeat {
            counts = List.copyOf(counts);
            body = body instanceof Repeat && !each && counts.size() > 1 ? new Sequence(List.of(body)) : body;
        }
    }
}
