package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Progress;
import dev.rfsweep.cli.terminal.Stop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            true,
            true,
            100,
            new Stop());

    /** It appears after a second; in the three that follow it is drawn fifteen times, and each time it has moved. */
    @Test
    void theBarMovesFiveTimesASecond() throws InterruptedException {
        try (Progress progress = Progress.of(console, true)) {
            progress.begin(BigInteger.valueOf(10_000), false);
            advance(progress, SECOND * 9 / 10);
            assertThat(err.size()).isZero();
            while (err.size() == 0) {
                advance(progress, SECOND / 50);
            }
            advance(progress, 3 * SECOND);
            String[] drawn = err.toString(StandardCharsets.UTF_8).strip().split("\r", -1);
            assertThat(drawn).hasSizeBetween(14, 18).doesNotHaveDuplicates();
        }
    }

    private static void advance(Progress progress, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            progress.advance(1, 1);
            Thread.sleep(5);
        }
    }
}
