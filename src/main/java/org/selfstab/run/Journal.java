package org.selfstab.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Finished parts of a computation in a file, from which it goes on after its process was killed. Each part is written as a whole line as soon as it is
 * finished. A last line that was cut is dropped as the next one is written, so that a file in which a line is found damaged stays as it is. Only one computation at a time has the file.
 */
public final class Journal implements LineLog, Closeable {

    private final Path file;
    private final JournalHeader header;
    private final FileChannel channel;
    private final List<String> lines;

    private Journal(Path file, JournalHeader header, FileChannel channel) throws IOException {
        this.file = file;
        this.header = header;
        this.channel = channel;
        this.lines = List.copyOf(linesOrBegin());
    }

    /**
     * Opens a journal, a new one if there is none.
     *
     * @param header whose parts it holds
     * @throws SelfstabException if the file belongs to another computation or is in use; the file stays as it is
     * @throws IOException if it cannot be read or written
     */
    public static Journal open(Path file, JournalHeader header) throws IOException {
        return open(file, header, false);
    }

    /**
     * Opens a new journal in place of what the file holds.
     *
     * @param header whose parts it will hold
     * @throws SelfstabException if the file is in use
     * @throws IOException if it cannot be written
     */
    public static Journal restart(Path file, JournalHeader header) throws IOException {
        return open(file, header, true);
    }

    private static Journal open(Path file, JournalHeader header, boolean isNew) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = openItself(file);
        try {
            lock(file, header, channel);
            if (isNew) {
                channel.truncate(0);
            }
            return new Journal(file, header, channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Never what a symbolic link leads to: who may write into the folder could have the user overwrite any file of theirs. */
    private static FileChannel openItself(Path file) throws IOException {
        try {
            return FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unusable) {
            if (Files.isSymbolicLink(file)) {
                throw new SelfstabException(
                        file + ": this is a symbolic link, and a journal is a file",
                        "remove the link, or give another --out");
            }
            throw unusable;
        }
    }

    private static void lock(Path file, JournalHeader header, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            throw inUse(file, header);
        }
        throw inUse(file, header);
    }

    private static SelfstabException inUse(Path file, JournalHeader header) {
        return new SelfstabException(
                file + ": another " + header.kind() + " is writing here", "wait for it, or give another --out");
    }

    /** The whole lines after the header; of an empty file, or one whose header was cut, none, and the header is written. */
    private List<String> linesOrBegin() throws IOException {
        byte[] bytes = bytes();
        int whole = endOfLastLine(bytes);
        List<String> found = new String(bytes, 0, whole, UTF_8).lines().toList();
        if (found.size() < header.size() && header.text().startsWith(new String(bytes, UTF_8))) {
            channel.truncate(0).position(0);
            write(header.text());
            return List.of();
        }
        requireOwn(found);
        channel.position(whole);
        return found.subList(header.size(), found.size());
    }

    private byte[] bytes() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        while (content.hasRemaining() && channel.read(content) >= 0) {
            // until all is read
        }
        return content.array();
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void requireOwn(List<String> found) {
        if (found.size() < header.size()) {
            throw new SelfstabException(file + ": not the journal of a " + header.kind(), header.wayOut());
        }
        Optional<String> difference = header.difference(found.subList(0, header.size()));
        if (difference.isPresent()) {
            throw new SelfstabException(
                    file + ": the " + header.parts() + " of a " + header.kind() + " " + difference.get(),
                    header.wayOut());
        }
    }

    @Override
    public List<String> lines() {
        return lines;
    }

    @Override
    public void append(String line) throws IOException {
        channel.truncate(channel.position());
        write(line + "\n");
    }

    private void write(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public SelfstabException damaged(int index) {
        return new Location(file.toString(), header.size() + index + 1, 1)
                .error("this line is damaged", header.wayOut());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
