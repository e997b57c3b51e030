package dev.rfsweep.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reacts to Ctrl-C and SIGTERM. As a shutdown hook it asks the run to stop, and waits a moment for it to complete what it
 * writes. Then the process ends: with the run's own exit code, or with that of an interrupted process if the run has not
 * stopped in time, for instance because it waits for a pipe.
 */
public final class Stop extends Thread {

    /** Short enough for the user to have the prompt back within a second. */
    private static final long PATIENCE_MILLIS = 500;

    /** Longer where rows have been written to a file: completing it can take that long on an overloaded machine. */
    private static final long PATIENCE_FOR_ROWS_MILLIS = 10_000;

    /** For the last steps, which might wait for a pipe as well. */
    private static final long FAREWELL_MILLIS = 100;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Path> parts = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;
    private volatile boolean resumable;
    private volatile int code = Exit.FAILED;

    public Stop() {
        super("stop");
    }

    boolean requested() {
        return requested;
    }

    public void request() {
        requested = true;
    }

    /** To be called when rows are written: the run can stop after any of them, so that it is worth waiting for their file. */
    public void setResumable() {
        resumable = true;
    }

    /** Removes {@code part} if the run is cut off. */
    public void add(Path part) {
        parts.add(part);
    }

    public void remove(Path part) {
        parts.remove(part);
    }

    /** Whether this run is writing {@code part}. */
    public boolean has(Path part) {
        return parts.contains(part);
    }

    /** Called at the end of the run, in place of {@link System#exit}. */
    public void exit(int exitCode) {
        code = exitCode;
        ended.countDown();
        System.exit(exitCode); // blocks if the hook runs already, which then ends the process
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
