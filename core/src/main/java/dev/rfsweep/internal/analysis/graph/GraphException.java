package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.model.RfsweepException;

/** A network that cannot be built or analysed, for a reason the user can act on. One sentence that names the node. */
public final class GraphException extends RfsweepException {

    private static final long serialVersionUID = 1;

    public GraphException(String message) {
        super(message);
    }
}
