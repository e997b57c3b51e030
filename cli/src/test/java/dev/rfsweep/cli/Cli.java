package dev.rfsweep.cli;

import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.cli.terminal.Stop;
import dev.rfsweep.model.Monitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run in this process printed, and how it ended.
 *
 * @param code the exit code
 */
record Cli(int code, String out, String err) {

    /** Nothing is a terminal, and standard input is empty. */
    static Cli run(String... args) {
        return fed("", args);
    }

    static Cli fed(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Cli told = to(out, input, new Stop(), args);
        return new Cli(told.code, out.toString(StandardCharsets.UTF_8), told.err);
    }

    /** The same, seen by {@code observer}. */
    static Cli observed(Monitor observer, String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(in, out, told, false, false, 80, new Stop()).observedBy(observer);
        int code = Main.run(console, args);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Both outputs are a terminal of {@code width} columns. */
    static Cli onTerminal(int width, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(new ByteArrayInputStream(new byte[0]), out, told, true, true, width, new Stop());
        int code = Main.run(console, args);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Data goes to {@code out}, and is not in the result. */
    static Cli to(OutputStream out, String input, Stop stop, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(new Console(in, out, told, false, false, 80, stop), args);
        return new Cli(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
