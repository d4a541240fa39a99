package org.selfstab.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all: it is written under a temporary name beside its place and moved there at the end. If
 * the process is interrupted, the temporary file goes with it; if it is killed, with the next that writes there.
 */
public final class PendingFile implements Closeable {

    /** Where files have owners and modes, one that is open can be moved. */
    private static final boolean MOVES_OPEN_FILES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path target;
    private final UnfinishedFiles.LockedFile temporary;
    private final BufferedWriter writer;

    /**
     * Opens a file to be, with the folders above it.
     *
     * @throws IOException if folder or file cannot be made
     */
    public PendingFile(Path target) throws IOException {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        UnfinishedFiles.removeThoseLeftIn(folder);
        this.temporary = UnfinishedFiles.create(folder);
        this.writer = new BufferedWriter(new OutputStreamWriter(temporary.stream(), StandardCharsets.UTF_8));
    }

    /** Writes a whole file at once. */
    public static void write(Path target, String text) throws IOException {
        try (PendingFile file = new PendingFile(target)) {
            file.writer().write(text);
            file.complete();
        }
    }

    /** Writes a whole file that is no text at once. */
    public static void write(Path target, byte[] content) throws IOException {
        try (PendingFile file = new PendingFile(target)) {
            file.temporary.stream().write(content);
            file.complete();
        }
    }

    /** Where the content goes. */
    public BufferedWriter writer() {
        return writer;
    }

    /** Puts the file in its place, instead of one that was there. */
    public void complete() throws IOException {
        if (MOVES_OPEN_FILES) {
            writer.flush(); // and the lock stays: until it has its name, another process must not take it for left
            // behind
        } else {
            writer.close();
        }
        Files.move(temporary.path(), target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Discards what was written, unless it was completed. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(temporary.path());
            UnfinishedFiles.forget(temporary);
        }
    }
}
