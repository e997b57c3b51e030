package dev.rfsweep.cli.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Data could not be written. The message is complete. */
public final class WriteException extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean closedPipe;

    WriteException(String target, String problem) {
        super("could not write " + target + ": " + problem);
        this.closedPipe = false;
    }

    WriteException(String target, IOException cause) {
        super("could not write " + target + ": " + problem(cause), cause);
        String message = cause.getMessage();
        this.closedPipe = message != null && message.toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Whether the reader of a pipe has closed it, as {@code head} does. That is not reported as an error. */
    public boolean closedPipe() {
        return closedPipe;
    }

    /** The reason that the system gives, without the names of the file and of the exception. */
    public static String problem(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such directory";
        }
        if (cause instanceof FileSystemLoopException) {
            return "too many symbolic links";
        }
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null ? "the system gives no reason" : reason;
    }
}
