package org.selfstab.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file that appears whole or not at all: it is written under a temporary name beside its place and moved there at the end. If
 * the process is interrupted, the temporary file goes with it; if it is killed, with the next that writes there.
 */
public final class PendingFile implements Closeable {

    /** Where files have owners and modes, one that is open can be moved. */
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path target;

    /** What is written; empty where it goes to a device as it comes. */
    private final Optional<UnfinishedFiles.LockedFile> temporary;

    private final OutputStream stream;
    private final BufferedWriter writer;

    /**
     * Opens a file to be, with the folders above it. A device or a pipe, such as {@code /dev/null} or {@code /dev/stdout}, is written to at once.
     *
     * @throws IOException if folder or file cannot be made
     */
    public PendingFile(Path target) throws IOException {
        this.target = target;
        if (isDevice(target)) {
            this.temporary = Optional.empty();
            this.stream = new FileOutputStream(target.toFile(), /* append= */ true);
        } else {
            UnfinishedFiles.LockedFile file = unfinished(target);
            this.temporary = Optional.of(file);
            this.stream = new TargetStream(target, file.stream());
        }
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Tells of a failure which file it is about, as where the disk is full: nobody knows a temporary name. */
    private static final class TargetStream extends FilterOutputStream {

        private final Path target;

        TargetStream(Path target, OutputStream out) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            try {
                out.write(octets, offset, length);
            } catch (IOException failure) {
                throw ofTarget(target, failure.getMessage(), failure);
            }
        }
    }

    private static IOException ofTarget(Path target, String reason, IOException cause) {
        IOException told = new FileSystemException(target.toString(), null, reason);
        told.initCause(cause);
        return told;
    }

    /** Whether something is there that no file may replace, for all other programs use it; also where the shell has it lead to a file. */
    private static boolean isDevice(Path target) {
        return Files.exists(target)
                && ((!Files.isRegularFile(target) && !Files.isDirectory(target))
                        || (Files.isSymbolicLink(target)
                                && target.toAbsolutePath().normalize().startsWith("/dev")));
    }

    private static UnfinishedFiles.LockedFile unfinished(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        UnfinishedFiles.removeThoseLeftIn(folder);
        try {
            return UnfinishedFiles.create(folder);
        } catch (AccessDeniedException denied) {
            throw ofTarget(target, "access denied", denied);
        } catch (IOException failure) {
            throw ofTarget(target, "its folder takes no files", failure);
        }
    }

    /** Writes a whole file at once. */
    public static void write(Path target, String text) throws IOException {
        try (PendingFile file = new PendingFile(target)) {
            file.writer().write(text);
            file.complete();
        }
    }

    /**
     * Writes the text of a user's own file anew. Unlike a result it is what a link leads to, and who may read it stays the user's affair.
     *
     * @throws IOException if there is no such file, or it cannot be replaced
     */
    public static void rewrite(Path existing, String text) throws IOException {
        Path own = existing.toRealPath();
        try (PendingFile file = new PendingFile(own)) {
            file.writer().write(text);
            if (IS_POSIX && file.temporary.isPresent()) {
                Files.setPosixFilePermissions(file.temporary.get().path(), Files.getPosixFilePermissions(own));
            }
            file.complete();
        }
    }

    /** Writes a whole file that is no text at once. */
    public static void write(Path target, byte[] content) throws IOException {
        try (PendingFile file = new PendingFile(target)) {
            file.stream.write(content);
            file.complete();
        }
    }

    /** Where the content goes. */
    public BufferedWriter writer() {
        return writer;
    }

    /** Puts the file in its place, instead of one that was there. */
    public void complete() throws IOException {
        if (IS_POSIX) {
            writer.flush(); // and the lock stays: until it has its name, another process must not take it for left
            // behind
        } else {
            writer.close();
        }
        if (temporary.isPresent()) {
            place(temporary.get().path());
        }
    }

    private void place(Path written) throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            throw ofTarget(target, Files.isDirectory(target) ? "it is a folder" : failure.getReason(), failure);
        }
    }

    /** Discards what was written, unless it was completed. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            if (temporary.isPresent()) {
                Files.deleteIfExists(temporary.get().path());
                UnfinishedFiles.forget(temporary.get());
            }
        }
    }
}
