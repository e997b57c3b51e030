package dev.rfsweep.internal.trellis;

import dev.rfsweep.model.Monitor;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;

/**
 * What may stop a question while it is answered: its monitor, or an interrupt of the thread that asked. Whatever works on
 * the answer, on any thread, looks at it every few milliseconds; looking costs next to nothing.
 */
public final class Cancellation {

    /** A mask: comparisons between two looks. */
    private static final int COMPARISONS = (1 << 8) - 1;

    private final Monitor monitor;
    private final Thread asker;

    /** That the asker was interrupted while it waited, which takes the mark of it away. */
    private volatile boolean interrupted;

    private Cancellation(Monitor monitor, Thread asker) {
        this.monitor = monitor;
        this.asker = asker;
    }

    /** Of a question that this thread asks now. */
    public static Cancellation of(Monitor monitor) {
        return new Cancellation(monitor, Thread.currentThread());
    }

    /** Who watches the question, and hears of its progress. */
    public Monitor monitor() {
        return monitor;
    }

    /** Whether to stop. */
    public boolean requested() {
        return interrupted || monitor.stopped() || asker.isInterrupted();
    }

    /**
     * Goes on unless the question is to be stopped.
     *
     * @throws CancellationException when it is
     */
    public void check() {
        if (requested()) {
            throw new CancellationException("stopped before the answer was complete");
        }
    }

    /** {@code order} for one sort, in which every few comparisons look here. */
    public <T> Comparator<T> during(Comparator<T> order) {
        int[] compared = {0};
        return (left, right) -> {
            if ((++compared[0] & COMPARISONS) == 0) {
                check();
            }
            return order.compare(left, right);
        };
    }

    /** Lets the asker wait for {@code work}, which looks here; returns or throws what it does. */
    public <T> T await(ForkJoinTask<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stop) {
            interrupted = true;
            Thread.currentThread().interrupt();
            return work.join();
        } catch (ExecutionException failed) {
            return work.join(); // throws the cause
        }
    }
}
