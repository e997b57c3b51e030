package dev.rfsweep.cli;

import dev.rfsweep.engine.RefusedException;
import dev.rfsweep.model.InexpressibleException;
import dev.rfsweep.network.GraphException;
import dev.rfsweep.onnx.OnnxException;
import dev.rfsweep.spec.SpecException;
import java.util.concurrent.CancellationException;

/** Exit codes, and which failure ends with which. */
final class Exit {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int EMPTY = 3;
    static final int STOPPED = 4;
    static final int NOT_WRITTEN = 5;

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
            console.fail("stopped before the answer was complete");
            return FAILED;
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

    /** What went wrong, in one sentence. */
    static String message(Throwable failure) {
        if (badInput(failure)) {
            return failure.getMessage();
        }
        return failure instanceof OutOfMemoryError
                ? "out of memory; give more with RFSWEEP_JAVA_OPTS=-Xmx2g, or ask for less at a time"
                : failure + "; this is a bug; run with RFSWEEP_DEBUG=1 for the trace";
    }

    private static boolean badInput(Throwable failure) {
        return failure instanceof BadInputException
                || failure instanceof SpecException
                || failure instanceof GraphException
                || failure instanceof OnnxException
                || failure instanceof RefusedException
                || failure instanceof InexpressibleException;
    }
}
