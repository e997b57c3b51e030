package dev.rfsweep.internal.analysis.graph;

import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;

/** A network that cannot be built or analysed, for a reason the user can act on. One sentence that names the node. */
public final class GraphException extends RfsweepException {

    private static final long serialVersionUID = 1;

    public GraphException(String message) {
        super(message);
    }

    private GraphException(String message, Remedy remedy) {
        super(message, remedy);
    }

    /** The same failure, said of the network that {@code name} names. */
    public GraphException in(String name) {
        return new GraphException(name + ": " + getMessage(), remedy().orElse(null));
    }

    /** What is wrong for want of the size of the network's input, which the user may give. */
    public static GraphException needsInputSize(String problem) {
        return new GraphException(problem + ": give the size of the network's input", new Remedy.InputSize());
    }
}
