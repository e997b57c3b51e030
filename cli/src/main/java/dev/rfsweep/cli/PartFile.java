package dev.rfsweep.cli;

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
 * What is written of a file until it is whole and takes the place of its target. Its name is short, whatever the
 * target's, and random, because numbers of processes repeat in containers. A lock that ends with the process tells
 * others whether it is still being written; what no process writes any more is removed by the next run in that directory.
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
            part.discard(); // another run met it before it was locked, and took it for one that is left over
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

    /** Whether this run has it for itself. */
    private boolean lock() throws IOException {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException noLocksHere) {
            return Files.exists(path); // then no other run gets a lock either, and none removes it
        }
    }

    /** A rename brings the new file's owner and mode along. The owner stays as far as this user may give files away. */
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
            // As with any other program that replaces a file, it is then this user's.
        }
        view.setPermissions(wanted.permissions());
    }

    /** What cannot be looked at or locked is left alone. */
    private static void removeStale(Path directory, Stop stop) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (Path part : parts) {
                if (!stop.has(part) && Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
                    removeIfUnlocked(part);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Creating the new file tells what is wrong with the directory, if anything is.
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
