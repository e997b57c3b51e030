package dev.rfsweep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and being told to terminate. As a shutdown hook it asks the run to end, waits a moment for it to make whole
 * what is written, and then lets the process go: with the run's own exit code or, where the run does not answer because
 * it waits for a pipe or is deep in an answer, without it.
 */
final class Stop extends Thread {

    /** The user is to have the prompt back within a second. */
    private static final long PATIENCE_MILLIS = 500;

    /** Rows that are in a file already are worth more; making it whole takes that long on a machine that is overloaded. */
    private static final long PATIENCE_FOR_ROWS_MILLIS = 10_000;

    /** For what is left to do then, which could wait for a pipe as well. */
    private static final long FAREWELL_MILLIS = 100;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Path> parts = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;
    private volatile boolean resumable;
    private volatile int code = Exit.FAILED;

    Stop() {
        super("stop");
    }

    boolean requested() {
        return requested;
    }

    void request() {
        requested = true;
    }

    /** Rows are written, and the run will stop behind any of them: a file of them is worth waiting for. */
    void setResumable() {
        resumable = true;
    }

    /** Removes {@code part} if the run is cut off. */
    void add(Path part) {
        parts.add(part);
    }

    void remove(Path part) {
        parts.remove(part);
    }

    /** Whether this run is writing {@code part}. */
    boolean has(Path part) {
        return parts.contains(part);
    }

    /** Called at the end of the run, in place of {@link System#exit}. */
    void exit(int exitCode) {
        code = exitCode;
        ended.countDown();
        System.exit(exitCode); // blocks for good if the hook runs already, which then halts
    }

    @Override
    public void run() {
        if (ended.getCount() == 0) {
            return;
        }
        requested = true;
        boolean whole = false;
        try {
            whole = ended.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (!whole && resumable && !parts.isEmpty()) {
                whole = ended.await(PATIENCE_FOR_ROWS_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!whole) {
            cutOff();
        }
        Runtime.getRuntime().halt(whole ? code : Exit.INTERRUPTED);
    }

    private void cutOff() {
        Thread farewell = new Thread(() -> {
            parts.forEach(Stop::delete);
            Console.standardError().println("rfsweep: " + Exit.CUT_OFF);
        });
        farewell.setDaemon(true);
        farewell.start();
        try {
            farewell.join(FAREWELL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            // The next run in that directory removes it.
        }
    }
}
