package dev.rfsweep.cli.files;

import dev.rfsweep.cli.terminal.Stop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.SplittableRandom;

/**
 * The temporary file that is written beside a target and replaces it when it is complete. Its name is short and random, because
 * process ids repeat in containers. A lock, which ends with the process, tells other runs that the file is in use. Files
 * without a lock are left over from a run that was killed; the next run in that directory removes them.
 */
final class PartFile {

    private static final String PREFIX = ".rfsweep-";
    private static final String SUFFIX = ".part";

    private final Path path;
    private final Path target;
    private final FileChannel channel;
    private final Stop stop;

    private PartFile(Path path, Path target, FileChannel channel, Stop stop) {
        this.path = path;
        this.target = target;
        this.channel = channel;
        this.stop = stop;
    }

    /** A new file beside {@code target}; {@code stop} removes it when the run is cut off. */
    static PartFile of(Path target, Stop stop) throws IOException {
        removeStale(target.getParent(), stop);
        SplittableRandom random = new SplittableRandom();
        while (true) {
            Path path = target.resolveSibling(PREFIX + Long.toHexString(random.nextLong()) + SUFFIX);
            FileChannel channel;
            try {
                channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            PartFile part = new PartFile(path, target, channel, stop);
            stop.add(path);
            try {
                if (part.lock()) {
                    part.takeModeOfTarget();
                    return part;
                }
            } catch (IOException failure) {
                part.discard();
                throw failure;
            }
            part.discard(); // another run saw it before it was locked, and took it for a leftover
        }
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** Takes the place of the target. The lock is held until then, so that no other run removes it. */
    void commit() throws IOException {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        stop.remove(path);
        channel.close();
    }

    /** Removes it unless it has taken its place. */
    void discard() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(path);
            stop.remove(path);
        }
    }

    /** Whether this run holds the lock, and no other run has removed the file before. */
    private boolean lock() throws IOException {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException noLocksHere) {
            return Files.exists(path); // then no other run gets a lock either, and none removes it
        }
    }

    /**
     * Gives the file the owner and mode of its target, because a rename would keep its own. The owner is set as far as this
     * user may do that.
     */
    private void takeModeOfTarget() throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null || !Files.exists(target)) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributes given = view.readAttributes();
        try {
            if (!given.group().equals(wanted.group())) {
                view.setGroup(wanted.group());
            }
            if (!given.owner().equals(wanted.owner())) {
                view.setOwner(wanted.owner());
            }
        } catch (IOException notPermitted) {
            // Then it belongs to this user, as with any program that replaces files.
        }
        view.setPermissions(wanted.permissions());
    }

    /** Removes what earlier runs have left over. Files that cannot be read or locked are kept. */
    private static void removeStale(Path directory, Stop stop) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (!stop.has(part) && Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfUnlocked(part);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // If something is wrong with the directory, creating the new file reports it.
        }
    }

    private static void removeIfUnlocked(Path part) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException | OverlappingFileLockException inUse) {
            // It belongs to another process.
        }
    }
}
