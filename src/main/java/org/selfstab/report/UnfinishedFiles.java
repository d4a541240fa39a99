package org.selfstab.report;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files that are not finished yet. They go with the process if it ends before they are; if it was killed, the next process that writes into their folder
 * removes them. Whoever writes such a file holds a lock on it, so that an unlocked one is nobody's any more, whatever process and machine it came from.
 */
final class UnfinishedFiles {

    private static final Pattern NAME = Pattern.compile("\\.selfstab-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    /** Those of this process. Unlike those of {@link java.io.File#deleteOnExit}, they are forgotten once they are finished, so that it may write any number. */
    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    /** The folders already looked into. */
    private static final Set<Path> CLEARED = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::deleteAll, "unfinished files"));
    }

    private UnfinishedFiles() {}

    /**
     * A file that this process holds.
     *
     * @param path where it is
     * @param stream what is written goes there; not a stream of {@link Files}, which an interrupt of the thread would close while it writes
     */
    record LockedFile(Path path, FileOutputStream stream) {}

    /**
     * Makes an empty file, locked until its stream is closed.
     *
     * @throws IOException if it cannot be made; then there is none
     */
    static LockedFile create(Path folder) throws IOException {
        Path path = folder.resolve(".selfstab-" + UUID.randomUUID() + ".part");
        FILES.add(path);
        try {
            Files.createFile(path);
            FileOutputStream stream = new FileOutputStream(path.toFile());
            if (isLocked(stream) && Files.exists(path)) {
                return new LockedFile(path, stream);
            }
            stream.close();
        } catch (IOException failure) {
            FILES.remove(path);
            throw failure;
        }
        FILES.remove(path);
        return create(folder); // another process took it for left behind before it was locked
    }

    /** Whether a stream holds its file; where there are no locks, nobody else can hold one. */
    private static boolean isLocked(FileOutputStream stream) {
        try {
            return stream.getChannel().tryLock() != null;
        } catch (IOException withoutLocks) {
            return true;
        }
    }

    /** Ends the care for a file that is finished or deleted. */
    static void forget(LockedFile file) {
        FILES.remove(file.path());
    }

    private static void deleteAll() {
        FILES.forEach(file -> file.toFile().delete());
    }

    /** Removes what killed processes left in a folder, once in the life of this process. What cannot be removed stays. */
    static void removeThoseLeftIn(Path folder) {
        if (!CLEARED.add(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> NAME.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                removeIfLeft(file);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // a folder that may be written to but not read
        }
    }

    /** By its name, as its folder may be called otherwise now: a look at a lock of this process would end it. */
    private static boolean isOfThisProcess(Path file) {
        return FILES.stream().anyMatch(own -> own.getFileName().equals(file.getFileName()));
    }

    /** Not through a link. */
    private static void removeIfLeft(Path file) {
        if (isOfThisProcess(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (channel.tryLock() != null) {
                Files.delete(file);
            }
        } catch (IOException | OverlappingFileLockException notOurs) {
            // another user's, or on a file system without locks
        }
    }
}
