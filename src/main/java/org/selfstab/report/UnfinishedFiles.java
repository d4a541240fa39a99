package org.selfstab.report;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that go with the process if it ends before they are finished. Unlike those of {@link java.io.File#deleteOnExit}, they are forgotten once they are
 * finished, so that a process may write any number.
 */
final class UnfinishedFiles {

    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::deleteAll, "unfinished files"));
    }

    private UnfinishedFiles() {}

    static void add(Path file) {
        FILES.add(file);
    }

    static void remove(Path file) {
        FILES.remove(file);
    }

    private static void deleteAll() {
        FILES.forEach(file -> file.toFile().delete());
    }
}
