package dev.rfsweep.cli;

import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;
import java.util.concurrent.CancellationException;

/** Exit codes, and which failure ends with which. */
final class Exit {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int EMPTY = 3;
    static final int STOPPED = 4;
    static final int NOT_WRITTEN = 5;

    /** What shells give a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    static final String CUT_OFF = "stopped before the answer was complete";

    private Exit() {}

    /** Tells the user what went wrong, in one message and never with a stack trace, and returns the code. */
    static int report(Throwable failure, Console console) {
        if (failure instanceof WriteException unwritten) {
            if (unwritten.closedPipe()) {
                return OK;
            }
            console.fail(unwritten.getMessage());
            return NOT_WRITTEN;
        }
        if (failure instanceof CancellationException) {
            console.fail(CUT_OFF);
            return INTERRUPTED;
        }
        console.fail(message(failure));
        if (badInput(failure)) {
            return BAD_INPUT;
        }
        if (System.getenv("RFSWEEP_DEBUG") != null) {
            failure.printStackTrace(console.err());
        }
        return FAILED;
    }

    /** What went wrong, in one sentence that is not too long. */
    static String message(Throwable failure) {
        return Plain.message(told(failure));
    }

    /** What was refused and, where something is missing, the option that gives it. */
    static String told(RfsweepException refused) {
        return refused.getMessage() + refused.remedy().map(Exit::option).orElse("");
    }

    private static String option(Remedy remedy) {
        return remedy instanceof Remedy.OperatorMeaning operator
                ? ": say --assume " + operator.name() + "=identity or --assume " + operator.name() + "=global"
                : " (--size)";
    }

    private static String told(Throwable failure) {
        if (failure instanceof RfsweepException refused) {
            return told(refused);
        }
        if (badInput(failure)) {
            return failure.getMessage();
        }
        if (memory(failure)) {
            return "out of memory; give more with RFSWEEP_JAVA_OPTS=-Xmx2g, or ask for less at a time";
        }
        if (failure instanceof StackOverflowError) {
            return "too much inside each other; nest less, or allow more with RFSWEEP_JAVA_OPTS=-Xss16m";
        }
        String what = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
        return "something went wrong in this program" + what
                + "; this is a bug; run with RFSWEEP_DEBUG=1 for the trace";
    }

    /** Threads hand on what ended them as the cause of something else. */
    private static boolean memory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static boolean badInput(Throwable failure) {
        return failure instanceof BadInputException || failure instanceof RfsweepException;
    }
}
