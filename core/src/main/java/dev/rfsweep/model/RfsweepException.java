package dev.rfsweep.model;

import java.util.Optional;

/**
 * What a user can get wrong, and what is refused: a space that cannot be read, a metric that it does not have, an answer that
 * would take years, a network that cannot be told exactly. The message is for the user and complete. More special kinds say
 * which room it comes from; anything that is not one of these is a fault of the program.
 */
public class RfsweepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Remedy remedy;

    public RfsweepException(String message) {
        this(message, null);
    }

    /** @param remedy what the user may give so that this is not refused, or null */
    protected RfsweepException(String message, Remedy remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What the user may give so that this is not refused, if that is known. */
    public final Optional<Remedy> remedy() {
        return Optional.ofNullable(remedy);
    }
}
