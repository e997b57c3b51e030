package dev.rfsweep.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, and being told to terminate. As a shutdown hook it asks the run to end, waits until what is written is whole,
 * and only then lets the process go, with the run's own exit code.
 */
final class Stop extends Thread {

    /** Longer than any stretch of ids takes; beyond, the user would pull the plug anyway. */
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
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
        boolean whole = true;
        try {
            whole = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(whole ? code : Exit.FAILED);
    }
}
