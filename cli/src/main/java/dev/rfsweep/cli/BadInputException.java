package dev.rfsweep.cli;

/** The user asked for something that cannot be. The message is complete. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super(message);
    }
}
