package dev.rfsweep.network;

/** A network that cannot be built or analysed, for a reason the user can act on. One sentence that names the node. */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GraphException(String message) {
        super(message);
    }
}
