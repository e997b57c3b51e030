package dev.rfsweep.cli;

import dev.rfsweep.cli.files.WriteException;
import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.internal.output.PlainText;
import dev.rfsweep.model.Remedy;
import dev.rfsweep.model.RfsweepException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** What the user is told when a run fails, and which exit code it ends with. */
final class Failure {

    private Failure() {}

    /** Tells the user what went wrong, in one message and never with a stack trace, and returns the code. */
    static int report(Throwable failure, Console console) {
        if (failure instanceof WriteException unwritten) {
            if (unwritten.closedPipe()) {
                return Exit.OK;
            }
            console.fail(unwritten.getMessage());
            return Exit.NOT_WRITTEN;
        }
        if (failure instanceof CancellationException) {
            console.fail(Exit.CUT_OFF);
            return Exit.INTERRUPTED;
        }
        console.fail(message(failure));
        if (failure instanceof RfsweepException) {
            return Exit.BAD_INPUT;
        }
        if (System.getenv("RFSWEEP_DEBUG") != null) {
            failure.printStackTrace(console.err());
        }
        return Exit.FAILED;
    }

    /** What went wrong, in one sentence that is not too long. */
    static String message(Throwable failure) {
        return PlainText.message(told(failure));
    }

    /** What was refused and, where something is missing, the option that gives it. */
    static String told(RfsweepException refused) {
        return refused.getMessage() + refused.remedy().map(Failure::option).orElse("");
    }

    private static String option(Remedy remedy) {
        if (remedy instanceof Remedy.OperatorMeaning operator) {
            return ": say --assume " + operator.name() + "=identity or --assume " + operator.name() + "=global";
        }
        return remedy instanceof Remedy.SpaceInputSize ? ", or --size" : " (--size)";
    }

    private static String told(Throwable failure) {
        if (failure instanceof RfsweepException refused) {
            return told(refused);
        }
        if (memory(failure)) {
            return "out of memory; give more with RFSWEEP_JAVA_OPTS=-Xmx2g, or ask for less at a time";
        }
        if (failure instanceof StackOverflowError) {
            return "nested too deeply; nest less, or allow more with RFSWEEP_JAVA_OPTS=-Xss16m";
        }
        String what = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
        return "internal error" + what + "; this is a bug; run with RFSWEEP_DEBUG=1 for the stack trace";
    }

    /** What ended a worker thread arrives as the cause of another exception. */
    private static boolean memory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }
}
