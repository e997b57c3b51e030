package dev.rfsweep.cli.terminal;

import dev.rfsweep.internal.output.PlainText;
import dev.rfsweep.internal.output.Screen;
import dev.rfsweep.model.Monitor;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run is connected to. Always UTF-8, whatever the locale says.
 *
 * @param in standard input
 * @param out standard output, unbuffered, so that a failed write is noticed where it happens
 * @param err standard error
 * @param outTerminal whether {@code out} is a terminal
 * @param errTerminal whether {@code err} is a terminal
 * @param width columns of the terminal
 * @param stop asks for an early end
 * @param outColors whether what goes to {@code out} is coloured
 * @param errColors whether what goes to {@code err} is coloured
 * @param observer hears of what is done for an answer, beside the progress that is shown
 */
public record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        int width,
        Stop stop,
        boolean outColors,
        boolean errColors,
        Monitor observer) {

    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    /** Without colours, and without an observer. */
    public Console(
            InputStream in,
            OutputStream out,
            PrintStream err,
            boolean outTerminal,
            boolean errTerminal,
            int width,
            Stop stop) {
        this(in, out, err, outTerminal, errTerminal, width, stop, false, false, Monitor.NONE);
    }

    /** Java cannot find out which of its streams are terminals; the launcher does, and passes it on as system properties. */
    public static Console system(Stop stop) {
        return new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                standardError(),
                Boolean.getBoolean("rfsweep.terminal.out"),
                Boolean.getBoolean("rfsweep.terminal.err"),
                Integer.getInteger("rfsweep.terminal.width", 80),
                stop);
    }

    /** The same with the colours that the arguments and the environment ask for. */
    public Console colored(String[] args) {
        boolean outColors = Colors.wanted(args, outTerminal);
        boolean errColors = Colors.wanted(args, errTerminal);
        return new Console(in, out, err, outTerminal, errTerminal, width, stop, outColors, errColors, observer);
    }

    /** The same with another observer. */
    public Console observedBy(Monitor other) {
        return new Console(in, out, err, outTerminal, errTerminal, width, stop, outColors, errColors, other);
    }

    /** What text on standard output is printed on. */
    public Screen screen() {
        return new Screen(outTerminal ? width : Integer.MAX_VALUE, outColors);
    }

    /** Prints an error on standard error, in one line. */
    public void fail(String message) {
        String shown = PlainText.message(message);
        err.println(errColors ? RED + "rfsweep: " + shown + PLAIN : "rfsweep: " + shown);
    }

    static PrintStream standardError() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    /** Prints a notice on standard error. */
    public void tell(String message) {
        err.println("rfsweep: " + PlainText.escaped(message));
    }
}
