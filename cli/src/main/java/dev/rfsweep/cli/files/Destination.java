package dev.rfsweep.cli.files;

import dev.rfsweep.cli.terminal.Console;
import dev.rfsweep.internal.output.Bytes;
import dev.rfsweep.internal.output.Report;
import dev.rfsweep.internal.output.RowTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where data goes: standard output, a pipe or a device, or a file. A file is written beside its target and takes its
 * place only when it is whole, so that a failure leaves what was there.
 */
public final class Destination implements RowTarget {

    private final String name;
    private final OutputStream stream;

    /** What will replace the target; null where data is written directly. */
    private final PartFile part;

    private Destination(String name, OutputStream stream, PartFile part) {
        this.name = name;
        this.stream = stream;
        this.part = part;
    }

    public static Destination standardOutput(Console console) {
        return new Destination("standard output", console.out(), null);
    }

    /** Writes {@code text} to standard output. */
    public static void print(String text, Console console) throws IOException {
        try (Destination out = standardOutput(console)) {
            out.write(text);
        }
    }

    /** Writes {@code report} to standard output. */
    public static void print(Report report, boolean json, Console console) throws IOException {
        print(json ? report.json() + "\n" : report.text(console.screen()), console);
    }

    /** Opens {@code file}, and fails at once if it cannot be written. */
    public static Destination file(Path file, Console console) throws WriteException {
        try {
            Target target = Target.of(file);
            if (target.isStandardOutput()) {
                return standardOutput(console);
            }
            if (Files.isDirectory(target.path())) {
                throw new WriteException(file.toString(), "is a directory");
            }
            if (target.isStream()) { // because appending neither truncates nor creates it
                OutputStream stream = Files.newOutputStream(target.path(), StandardOpenOption.APPEND);
                return new Destination(file.toString(), stream, null);
            }
            if (Files.exists(target.path()) && !Files.isWritable(target.path())) {
                throw new WriteException(file.toString(), "permission denied");
            }
            PartFile part = PartFile.of(target.path(), console.stop());
            return new Destination(file.toString(), part.stream(), part);
        } catch (WriteException failure) {
            throw failure;
        } catch (IOException failure) {
            throw new WriteException(file.toString(), failure);
        }
    }

    public void write(String text) throws WriteException {
        write(new Bytes(text.length()).append(text));
    }

    @Override
    public void write(Bytes bytes) throws WriteException {
        try {
            bytes.writeTo(stream);
        } catch (IOException failure) {
            throw new WriteException(name, failure);
        }
    }

    @Override
    public void commit() throws WriteException {
        try {
            stream.flush();
            if (part != null) {
                part.commit();
            }
        } catch (IOException failure) {
            throw new WriteException(name, failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.discard();
        }
    }
}
