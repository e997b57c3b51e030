package dev.rfsweep.model;

/** A question that is refused: the answer would overflow, or take absurdly long. One sentence for the user. */
public final class RefusedException extends RfsweepException {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
