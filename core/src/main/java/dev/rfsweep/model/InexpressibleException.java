package dev.rfsweep.model;

/** A network that some other notation cannot express exactly. One sentence for the user. */
public final class InexpressibleException extends RfsweepException {

    private static final long serialVersionUID = 1;

    public InexpressibleException(String message) {
        super(message);
    }

    /** The same where the user may give {@code remedy} so that it can be expressed. */
    public InexpressibleException(String message, Remedy remedy) {
        super(message, remedy);
    }
}
