package dev.rfsweep.cli;

import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Stop;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs small examples of common commands without output, so that the launcher can archive the classes that they load. The
 * arguments are models for {@code analyze}.
 */
final class Rehearsal {

    private static final String SPACE = "stages: [cn_k3_c8, 'cn_k3,5']\nwhere: {rf: 5..7}\n";

    private static final List<String> LINES = List.of(
            "sweep -",
            "count 2*cn_k3,5 --where rf=5..7",
            "top 2*cn_k3,5 --by rf~7 --format table",
            "analyze cn_k3_s2 --format jsonl");

    private Rehearsal() {}

    public static void main(String[] models) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(
                new ByteArrayInputStream(SPACE.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                silent,
                false,
                false,
                80,
                new Stop());
        LINES.forEach(line -> Main.run(console, line.split(" ")));
        if (models.length > 0) {
            Main.run(
                    console,
                    Stream.concat(Stream.of("analyze"), Arrays.stream(models)).toArray(String[]::new));
        }
    }
}
