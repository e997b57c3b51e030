package dev.rfsweep.cli.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * The file that the name of an output means, after all symbolic links have been followed, broken ones included.
 *
 * @param path the file itself; it need not exist yet
 */
record Target(Path path) {

    private static final int MOST_LINKS = 40;

    /** Names of standard output. A file behind it is open already, at some offset, and must not be replaced. */
    private static final Set<Path> STANDARD_OUTPUT = Set.of(Path.of("/proc/self/fd/1"), Path.of("/dev/fd/1"));

    static Target of(Path name) throws IOException {
        Path at = name.toAbsolutePath();
        for (int links = 0; links <= MOST_LINKS; links++) {
            if (isDescriptor(at) || !Files.isSymbolicLink(at)) {
                return new Target(at);
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemLoopException(name.toString());
    }

    boolean isStandardOutput() {
        return STANDARD_OUTPUT.contains(path);
    }

    /** Whether this is a pipe or a device, which is written to directly, and not a file that can be replaced. */
    boolean isStream() throws IOException {
        if (isDescriptor(path)) {
            return true;
        }
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (NoSuchFileException fresh) {
            return false;
        }
    }

    /** Whether both are the same file, by name or through a hard link. */
    boolean isSame(Target other) throws IOException {
        return real().equals(other.real())
                || (Files.exists(path) && Files.exists(other.path) && Files.isSameFile(path, other.path));
    }

    private Path real() throws IOException {
        Path directory = path.getParent();
        return directory == null || !Files.exists(directory)
                ? path.normalize()
                : directory.toRealPath().resolve(path.getFileName());
    }

    private static boolean isDescriptor(Path path) {
        return path.startsWith("/proc") || path.startsWith("/dev/fd");
    }
}
