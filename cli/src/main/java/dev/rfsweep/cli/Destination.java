package dev.rfsweep.cli;

import dev.rfsweep.output.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where data goes: standard output, or a file. A file is written beside its target and takes its place only when it is
 * whole, so that a failure leaves what was there.
 */
final class Destination implements Closeable {

    private final String name;
    private final OutputStream stream;
    private final Path target;
    private final Path part;

    private Destination(String name, OutputStream stream, Path target, Path part) {
        this.name = name;
        this.stream = stream;
        this.target = target;
        this.part = part;
    }

    static Destination standardOutput(Console console) {
        return new Destination("standard output", console.out(), null, null);
    }

    /** Fails at once where nothing can be written. */
    static Destination file(Path file) throws WriteException {
        try {
            if (Files.isDirectory(file)) {
                throw new WriteException(file.toString(), "is a directory");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) { // a device or a pipe has no place to take
                return new Destination(file.toString(), Files.newOutputStream(file), null, null);
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new WriteException(file.toString(), "permission denied");
            }
            Path part = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            return new Destination(
                    file.toString(), Files.newOutputStream(part, StandardOpenOption.CREATE_NEW), target, part);
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
                stream.close();
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new WriteException(name, failure);
        }
    }

    /** Takes back what was not {@linkplain #commit() committed}. */
    @Override
    public void close() throws IOException {
        if (part != null) {
            stream.close();
            Files.deleteIfExists(part);
        }
    }
}
