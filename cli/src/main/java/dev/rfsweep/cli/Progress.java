package dev.rfsweep.cli;

import dev.rfsweep.model.Monitor;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Passes the wish to stop on to the sweep, and shows a bar on a terminal when it takes more than a second. */
final class Progress implements Monitor, AutoCloseable {

    private static final long PATIENCE_NANOS = 1_000_000_000;
    /** A bar that moves five times a second looks alive. */
    private static final int INTERVAL_MILLIS = 200;

    private static final String UNITS = " kMGT";
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Console console;
    private final boolean shown;

    /** Variants, or matches where the way to them is known, of the walk at hand. */
    private volatile long total;

    /** Of them to a step of the bar: it reckons in time a step, in whole nanoseconds. */
    private volatile long scale = 1;

    private volatile long began = System.nanoTime();
    private final LongAdder done = new LongAdder();
    private final LongAdder matches = new LongAdder();
    private volatile ProgressBar bar; // loaded when it is needed: most runs are over before
    private boolean closed;

    private Progress(Console console, boolean shown) {
        this.console = console;
        this.shown = shown;
    }

    static Progress of(Console console, CommonOptions options) {
        return new Progress(console, console.errTerminal() && !options.quiet && !options.noProgress);
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
        scale = (long) Math.pow(1000, level(total));
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
        double perSecond = done.sum() * 1e9 / (System.nanoTime() - began);
        int level = level((long) perSecond);
        String unit = UNITS.substring(level, level + 1).strip();
        return String.format(Locale.ROOT, "%.1f", perSecond / Math.pow(1000, level)) + unit;
    }

    /** How many thousands of thousands to write a number in, so that a hundred thousand steps are the most. */
    private static int level(long number) {
        int level = 0;
        for (long left = number; left >= 100_000 && level < UNITS.length() - 1; left /= 1000) {
            level++;
        }
        return level;
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
                    .setUnit(UNITS.substring(level(total), level(total) + 1).strip(), 1)
                    .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width() - 1))
                    .build();
        }
    }
}
