package org.selfstab.sweep;

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
import org.selfstab.vocabulary.SelfstabException;

/**
 * Finished points in a file, from which a sweep goes on after its process was killed. Each point is written as a whole line as soon as it is
 * finished. A last line that was cut is dropped when the file is opened again. Only one sweep at a time has the file.
 */
public final class SweepJournal implements PointLog, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "sweep.journal";

    private final Path file;
    private final FileChannel channel;
    private final List<PointResult> finished;

    private SweepJournal(Path file, FileChannel channel, List<PointResult> finished) {
        this.file = file;
        this.channel = channel;
        this.finished = List.copyOf(finished);
    }

    /**
     * Opens the journal of a sweep, a new one if there is none.
     *
     * @param points the number of the grid's points
     * @throws SelfstabException if the file belongs to another sweep, is damaged or is in use; the file stays as it is
     * @throws IOException if it cannot be read or written
     */
    public static SweepJournal open(Path file, SweepJob job, int points) throws IOException {
        return open(file, channel -> new JournalContent(file, new JournalHeader(job), points).readOrBegin(channel));
    }

    /**
     * Opens a new journal of a sweep in place of what the file holds.
     *
     * @throws SelfstabException if the file is in use
     * @throws IOException if it cannot be written
     */
    public static SweepJournal restart(Path file, SweepJob job, int points) throws IOException {
        return open(file, channel -> {
            channel.truncate(0);
            return new JournalContent(file, new JournalHeader(job), points).readOrBegin(channel);
        });
    }

    private interface Content {
        List<PointResult> of(FileChannel channel) throws IOException;
    }

    private static SweepJournal open(Path file, Content content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = openItself(file);
        try {
            lock(file, channel);
            return new SweepJournal(file, channel, content.of(channel));
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

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException byThisProcess) {
            throw inUse(file);
        }
        throw inUse(file);
    }

    private static SelfstabException inUse(Path file) {
        return new SelfstabException(file + ": another sweep is writing here", "wait for it, or give another --out");
    }

    @Override
    public List<PointResult> finished() {
        return finished;
    }

    @Override
    public void append(PointResult result) throws IOException {
        write(channel, PointLine.write(result) + "\n");
    }

    static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
