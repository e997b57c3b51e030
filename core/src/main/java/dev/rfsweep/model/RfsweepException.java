package dev.rfsweep.model;

import java.util.Optional;

/**
 * A question that cannot be answered: a space that cannot be read, a metric that it does not have, an answer that would take
 * years, a network that cannot be described exactly. The message is complete and written for the user. Subclasses say which part of
 * the library refused. Any other exception, except for invalid arguments of a call, is a fault of the library.
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
