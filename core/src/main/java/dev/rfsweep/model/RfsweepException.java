package dev.rfsweep.model;

/**
 * What a user can get wrong, and what is refused: a space that cannot be read, a metric that it does not have, an answer that
 * would take years, a network that cannot be told exactly. The message is for the user and complete. More special kinds say
 * which room it comes from; anything that is not one of these is a fault of the program.
 */
public class RfsweepException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RfsweepException(String message) {
        super(message);
    }
}
