package dev.rfsweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rfsweep.cli.terminal.Exit;
import dev.rfsweep.model.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What signals and the file system do to a run, in processes of their own. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {

    /** A second, and what a machine with much else to do adds; it was ten. */
    private static final long AT_ONCE_MILLIS = 4000;

    /** What is certainly in a pipe that is full; most take 64 KiB. */
    private static final int PIPE_BYTES = 1 << 15;

    private static final String ENDLESS = "16*cn_k1,3,5,7";

    @TempDir
    private Path directory;

    @Test
    void ctrlCEndsEverythingAtOnce() throws Exception {
        Path fifo = directory.resolve("fifo");
        new ProcessBuilder("mkfifo", "" + fifo).start().waitFor();
        Map<String, Started> runs = new LinkedHashMap<>();
        runs.put("a pipe that nobody reads", start("sweep", ENDLESS));
        runs.put("a pipe that nobody reads, terminated", start("sweep", ENDLESS));
        runs.put("a FIFO without a reader", start("sweep", ENDLESS, "-f", "csv", "-o", "" + fifo));
        runs.put("standard input that never ends", start("count", "-"));
        runs.put(
                "a long answer",
                start("top", "5*cn_k1..63_s1..8", "--by", "rf~9999", "-n", "1000", "--exhaustive", "-j1"));
        for (Map.Entry<String, Started> run : runs.entrySet()) {
            if (run.getKey().contains("pipe")) { // by the time these are full the others, too, are where they stay
                awaitFullPipe(run.getValue());
            }
            assertThat(run.getValue().process().waitFor(500, TimeUnit.MILLISECONDS))
                    .isFalse();
        }
        long began = System.nanoTime();
        for (Map.Entry<String, Started> run : runs.entrySet()) {
            run.getValue().signal(run.getKey().contains("terminated") ? "TERM" : "INT");
        }
        for (Map.Entry<String, Started> run : runs.entrySet()) {
            Started.End end = run.getValue().end();
            assertThat(end.code()).as(run.getKey() + ": " + end.err()).isEqualTo(Exit.INTERRUPTED);
            assertThat((System.nanoTime() - began) / 1_000_000).as(run.getKey()).isLessThan(AT_ONCE_MILLIS);
            assertThat(end.err())
                    .as(run.getKey())
                    .startsWith("rfsweep: stopped ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aStoppedFileIsWholeAndAKilledOneIsSweptUp() throws Exception {
        Path file = Files.writeString(directory.resolve("rows.csv"), "old");
        String[] command = {"sweep", ENDLESS, "-c", "id", "-o", "" + file};
        Started killed = start(command);
        awaitPart(killed, List.of());
        killed.signal("KILL");
        killed.process().waitFor();
        List<Path> stale = parts();
        assertThat(stale).hasSize(1);
        assertThat(file).hasContent("old");

        Started stopped = start(command);
        awaitPart(stopped, stale);
        assertThat(parts()).hasSize(1).doesNotContainAnyElementsOf(stale);
        stopped.signal("INT");
        Started.End end = stopped.end();
        assertThat(end.code()).as(end.err()).isEqualTo(Exit.STOPPED);
        List<String> lines = Files.readAllLines(file);
        long rows = lines.size() - 1L;
        assertThat(lines.get(lines.size() - 1)).isEqualTo(rows == 0 ? "id" : "" + (rows - 1));
        assertThat(end.err())
                .startsWith(
                        "rfsweep: stopped after " + NumberText.of(rows) + " rows; resume with --ids " + rows + "..");
        assertThat(parts()).isEmpty();
    }

    @Test
    void whatIsAlreadyOpenIsAppendedTo() throws Exception {
        Path log = Files.writeString(directory.resolve("log.txt"), "before\n");
        for (String name : List.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")) {
            Started run = Started.run(directory, log.toFile(), "sweep", "cn_k3", "-c", "rf", "-f", "csv", "-o", name);
            assertThat(run.end().code()).as(name).isZero();
        }
        assertThat(log).hasContent("before\nrf\n3\nrf\n3\nrf\n3\n");
    }

    @Test
    void standardInputIsReadNoFurtherThanAFile() throws Exception {
        Started run = start("count", "-");
        try (OutputStream in = run.process().getOutputStream()) {
            in.write(new byte[(1 << 21) + 1]); // and more may come
            in.flush();
            assertThat(run.end().code()).isEqualTo(Exit.BAD_INPUT);
        }
        assertThat(run.end().err())
                .isEqualTo("rfsweep: <stdin>:1:1: found a text of more than 2 MiB, expected the"
                        + " description of a space\n");
    }

    /** All of these took all memory, and some of them minutes. */
    @Test
    void whatDoesNotFitIsRefusedAtOnce() throws Exception {
        Path stages = Files.writeString(directory.resolve("stages.yaml"), "stages:\n" + "- cn_k3,5\n".repeat(100_000));
        List<Started> runs = List.of(
                start("sample", "30*cn_k3,5,7_s1,2", "-n", "1000000", "-c", "id"),
                start("top", "30*cn_k3,5,7_s1,2", "--by", "rf", "-n", "10000000", "-c", "id"),
                start("histogram", "20*cn_k3,5_s1,2", "--by", "rf"),
                start("count", "10000*cn_k1..9999"),
                start("count", "" + stages));
        for (Started run : runs) {
            Started.End end = run.end();
            assertThat(end.code()).as(end.err()).isEqualTo(Exit.BAD_INPUT);
            assertThat(end.err()).hasLineCount(1).doesNotContain("RFSWEEP_JAVA_OPTS");
        }
    }

    private Started start(String... args) throws IOException {
        return Started.run(directory, null, args);
    }

    private static void awaitFullPipe(Started run) throws Exception {
        for (int wait = 0; wait < 200 && run.process().getInputStream().available() < PIPE_BYTES; wait++) {
            Thread.sleep(50);
        }
    }

    /** Waits until {@code run} has written rows to a file that is not among {@code others}. */
    private void awaitPart(Started run, List<Path> others) throws Exception {
        for (int wait = 0; wait < 400; wait++) {
            if (parts().stream().anyMatch(part -> !others.contains(part) && size(part) > 0)) {
                break;
            }
            Thread.sleep(50);
        }
        assertThat(run.process().isAlive()).isTrue();
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }
}
