package dev.rfsweep.cli;

import dev.rfsweep.internal.output.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where data goes: standard output, a pipe or a device, or a file. A file is written beside its target and takes its
 * place only when it is whole, so that a failure leaves what was there.
 */
final class Destination implements Closeable {

    private final String name;
    private final OutputStream stream;

    /** What takes the target's place; null where data goes straight on. */
    private final PartFile part;

    private Destination(String name, OutputStream stream, PartFile part) {
        this.name = name;
        this.stream = stream;
        this.part = part;
    }

    static Destination standardOutput(Console console) {
        return new Destination("standard output", console.out(), null);
    }

    /** Fails at once where nothing can be written. */
    static Destination file(Path file, Console console) throws WriteException {
        try {
            Target target = Target.of(file);
            if (target.isStandardOutput()) {
                return standardOutput(console);
            }
            if (Files.isDirectory(target.path())) {
                throw new WriteException(file.toString(), "is a directory");
            }
            if (target.isStream()) { // appending neither truncates nor creates
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

    void write(Bytes bytes) throws WriteException {
        try {
            bytes.writeTo(stream);
        } catch (IOException failure) {
            throw new WriteException(name, failure);
        }
    }

    /** All is written. */
    void commit() throws WriteException {
        try {
            stream.flush();
            if (part != null) {
                part.commit();
            }
        } catch (IOException failure) {
            throw new WriteException(name, failure);
        }
    }

    /** Takes back what was not {@linkplain #commit() committed}. */
    @Override
    public void close() throws IOException {
        if (part != null) {
            part.discard();
        }
    }
}
