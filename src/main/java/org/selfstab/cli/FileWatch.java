package org.selfstab.cli;

import com.google.common.collect.Maps;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Waits until a file, or one that belongs to it, is saved. It looks at the content several times a second, as that sees every way of saving, on every file system: over the file, by a
 * new file that takes its name, after a while without one. A state counts once it is the same at two looks, so that no half-written file does.
 */
final class FileWatch {

    private static final long BETWEEN_LOOKS_MS = 200;

    private static final HashCode ABSENT = HashCode.fromInt(0);

    private final Path file;
    private Set<Path> companions = Set.of();
    private Map<Path, HashCode> seen = Map.of();

    FileWatch(Path file) {
        this.file = file;
    }

    /** Watches some other files, too, from what they hold now on; those of an earlier call no more. */
    void alsoWatch(Set<Path> others) {
        companions = Set.copyOf(others);
        Map<Path, HashCode> now = contents();
        now.putAll(Maps.filterKeys(seen, now::containsKey));
        seen = now;
    }

    /**
     * Waits until the content is another than when this returned before; the first time not at all. A file that is not there has a content of its own kind.
     *
     * @return whether the file is there
     * @throws CancellationException if the thread is interrupted
     */
    boolean await() {
        Map<Path, HashCode> now = contents();
        while (true) {
            Map<Path, HashCode> before = now;
            if (seen.isEmpty() && Files.exists(file)) {
                break;
            }
            pause();
            now = contents();
            if (now.equals(before) && !now.equals(seen)) {
                break;
            }
        }
        seen = now;
        return !now.get(file).equals(ABSENT);
    }

    private Map<Path, HashCode> contents() {
        Map<Path, HashCode> contents = new HashMap<>();
        contents.put(file, content(file));
        companions.forEach(other -> contents.put(other, content(other)));
        return contents;
    }

    private static HashCode content(Path path) {
        try {
            return Hashing.sha256().hashBytes(Files.readAllBytes(path));
        } catch (IOException absent) {
            return ABSENT;
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
