package dev.rfsweep.cli.terminal;

import dev.rfsweep.internal.output.Quantity;
import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells a sweep when to stop, and shows a progress bar on a terminal when it takes more than a second. */
public final class Progress implements Monitor, AutoCloseable {

    private static final long PATIENCE_NANOS = 1_000_000_000;
    /** The bar is drawn anew five times a second. */
    private static final int INTERVAL_MILLIS = 200;

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Console console;
    private final boolean shown;

    /** All that the current walk has to do: variants, or matches where only these are visited. */
    private volatile long total;

    /**
     * How many of them are one step of the bar. It computes the time a step takes in whole nanoseconds, which must not round to
     * 0.
     */
    private volatile long scale = 1;

    private volatile long began = System.nanoTime();
    private final LongAdder done = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private volatile ProgressBar bar; // created late, because most runs end before it is shown
    private boolean closed;

    private Progress(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
    }

    public static Progress of(Console console, boolean wanted) {
        return new Progress(console, console.errTerminal() && wanted);
    }

    @Override
    public void compiled() {
        console.observer().compiled();
    }

    @Override
    public void selected() {
        console.observer().selected();
    }

    @Override
    public synchronized void begin(BigInteger paths, boolean guided) {
        console.observer().begin(paths, guided);
        finishBar();
        total = paths.min(MOST).longValueExact();
        scale = Quantity.scale(total);
        done.reset();
        matches.reset();
        began = System.nanoTime();
    }

    @Override
    public boolean stopped() {
        return console.stop().requested();
    }

    @Override
    public void advance(long paths, long matched) {
        if (!shown) {
            return;
        }
        done.add(paths);
        matches.add(matched);
        if (bar == null && System.nanoTime() - began > PATIENCE_NANOS) {
            open();
        }
        ProgressBar open = bar;
        if (open != null) {
            open.stepTo(done.sum() / scale);
            open.setExtraMessage(" " + rate() + "/s, " + matches.sum() + " matches");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        finishBar();
    }

    private void finishBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private Duration left() {
        double perDone = (System.nanoTime() - began) / (double) Math.max(done.sum(), 1);
        return Duration.ofNanos((long) (perDone * (total - done.sum())));
    }

    /** So many a second since the beginning. The bar's own figure counts whole seconds and jumps. */
    private String rate() {
        return Quantity.count(done.sum() * 1e9 / (System.nanoTime() - began));
    }

    private synchronized void open() {
        if (bar == null && !closed) {
            bar = new ProgressBarBuilder()
                    .setTaskName("sweep")
                    .setInitialMax(total / scale)
                    .startsFrom(0, Duration.ofNanos(System.nanoTime() - began))
                    .setEtaFunction(state -> Optional.of(left()))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .setUnit(Quantity.unit(total), 1)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width() - 1))
                    .build();
        }
    }
}
