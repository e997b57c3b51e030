package dev.rfsweep.cli;

import dev.rfsweep.engine.Monitor;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Passes the wish to stop on to the sweep, and shows a bar on a terminal when it takes more than a second. */
final class Progress implements Monitor, AutoCloseable {

    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Console console;
    private final boolean shown;
    private final long total;
    private final long began = System.nanoTime();
    private final LongAdder done = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private volatile ProgressBar bar; // loaded when it is needed: most runs are over before
    private boolean closed;

    private Progress(Console console, boolean shown, long total) {
        this.console = console;
        this.shown = shown;
        this.total = total;
    }

    static Progress of(Console console, CommonOptions options, BigInteger ids) {
        boolean shown = console.errTerminal() && !options.quiet && !options.noProgress;
        return new Progress(console, shown, ids.min(MOST).longValueExact());
    }

    @Override
    public boolean stopped() {
        return console.stop().requested();
    }

    @Override
    public void advance(long ids, long matched) {
        if (!shown) {
            return;
        }
        done.add(ids);
        matches.add(matched);
        if (bar == null && System.nanoTime() - began > PATIENCE_NANOS) {
            open();
        }
        ProgressBar open = bar;
        if (open != null) {
            open.stepTo(done.sum());
            open.setExtraMessage(" " + matches.sum() + " matches");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (bar != null) {
            bar.close();
        }
    }

    private synchronized void open() {
        if (bar == null && !closed) {
            bar = new ProgressBarBuilder()
                    .setTaskName("sweep")
                    .setInitialMax(total)
                    .startsFrom(done.sum(), Duration.ofNanos(System.nanoTime() - began))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setUnit("M", 1_000_000)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width() - 1))
                    .build();
        }
    }
}
