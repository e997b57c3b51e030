package dev.rfsweep.internal.space;

import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;
import java.util.Optional;

/** A space that cannot be built. The message is one sentence for the user, without a position. */
public final class SpaceException extends RfsweepException {

    private static final long serialVersionUID = 1;

    private final transient Node node;
    private final Key key;

    SpaceException(Node node, Key key, String message) {
        this(node, key, message, null);
    }

    SpaceException(Node node, Key key, String message, Remedy remedy) {
        super(message, remedy);
        this.node = node;
        this.key = key;
    }

    /** The piece of grammar at fault, the same instance that the space was built from. */
    public Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    /** The key of the {@linkplain #node() node} at fault, where it is one. */
    public Optional<Key> key() {
        return Optional.ofNullable(key);
    }
}
