package dev.rfsweep.model;

/** A network that some other notation cannot express exactly. One sentence for the user. */
public final class InexpressibleException extends RfsweepException {

    private static final long serialVersionUID = 1;

    public InexpressibleException(String message) {
        super(message);
    }
}
