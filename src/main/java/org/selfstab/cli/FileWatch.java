package org.selfstab.cli;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Waits until a file is saved. It looks at the content several times a second, as that sees every way of saving, on every file system: over the file, by a
 * new file that takes its name, after a while without one. A state counts once it is the same at two looks, so that no half-written file does.
 */
final class FileWatch {

    private static final long BETWEEN_LOOKS_MS = 200;

    private final Path file;
    private Optional<HashCode> seen = Optional.empty();

    FileWatch(Path file) {
        this.file = file;
    }

    /**
     * Waits until the content is another than when this returned before; the first time not at all. A file that is not there has a content of its own kind.
     *
     * @return whether the file is there
     * @throws CancellationException if the thread is interrupted
     */
    boolean await() {
        HashCode now = content();
        while (true) {
            HashCode before = now;
            if (seen.isEmpty() && Files.exists(file)) {
                break;
            }
            pause();
            now = content();
            if (now.equals(before) && !Optional.of(now).equals(seen)) {
                break;
            }
        }
        seen = Optional.of(now);
        return !now.equals(HashCode.fromInt(0));
    }

    private HashCode content() {
        try {
            return Hashing.sha256().hashBytes(Files.readAllBytes(file));
        } catch (IOException absent) {
            return HashCode.fromInt(0);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the watch was interrupted");
        }
    }
}
