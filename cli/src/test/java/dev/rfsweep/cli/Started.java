package dev.rfsweep.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run in a process of its own, for what only the system can do to one: signals, pipes, descriptors.
 *
 * @param err the file that takes its standard error
 */
record Started(Process process, Path err) {

    /** How a process ended, and what it told. */
    record End(int code, String err) {}

    /** Standard output is a pipe that nobody reads, unless {@code out} is a file to append to. */
    static Started run(Path directory, File out, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        if (out != null) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out));
        }
        return new Started(builder.start(), err);
    }

    /** Sends {@code signal}, such as {@code INT}. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    }

    /** Waits for the end, which comes in good time. */
    End end() throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 60 s: " + process.info());
        }
        return new End(process.exitValue(), Files.readString(err, StandardCharsets.UTF_8));
    }
}
