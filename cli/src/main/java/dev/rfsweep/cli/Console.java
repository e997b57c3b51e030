package dev.rfsweep.cli;

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
 */
record Console(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal,
        int width,
        Stop stop) {

    /** Java cannot tell which of its streams are terminals; the launcher can, and says so. */
    static Console system(Stop stop) {
        return new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                standardError(),
                Boolean.getBoolean("rfsweep.terminal.out"),
                Boolean.getBoolean("rfsweep.terminal.err"),
                Integer.getInteger("rfsweep.terminal.width", 80),
                stop);
    }

    static PrintStream standardError() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    /** Tells the user something that is not data. */
    void tell(String message) {
        err.println("rfsweep: " + Plain.escaped(message));
    }
}
