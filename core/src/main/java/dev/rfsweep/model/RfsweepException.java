package dev.rfsweep.model;

/**
 * A question that cannot be answered: a space that cannot be read, a metric that it does not have, an answer that would take
 * years, a network that cannot be described exactly. The message is complete and written for the user. Subclasses say which part of
 * the library refused. Any other exception, except for invalid arguments of a call, is a fault of the library.
 */
public class RfsweepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RfsweepException(String message) {
        super(message);
    }
}
