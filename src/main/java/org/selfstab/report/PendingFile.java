package org.selfstab.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that appears whole or not at all: it is written under a temporary name beside its place and moved there at the end. If
 * the process is interrupted, the temporary file goes with it.
 */
public final class PendingFile implements Closeable {

    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private final BufferedWriter writer;

    /**
     * Opens a file to be, with the folders above it.
     *
     * @throws IOException if folder or file cannot be made
     */
    public PendingFile(Path target) throws IOException {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        this.temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        UnfinishedFiles.add(temporary);
        Files.createFile(temporary);
        // not one of Files, which an interrupt of the thread would close while it writes what was there before
        this.stream = new FileOutputStream(temporary.toFile());
        this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
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
        writer.close();
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Discards what was written, unless it was completed. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            Files.deleteIfExists(temporary);
            UnfinishedFiles.remove(temporary);
        }
    }
}
