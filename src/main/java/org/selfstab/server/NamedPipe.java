package org.selfstab.server;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Named pipes, opened without waiting for anybody at their other ends. */
final class NamedPipe {

    private NamedPipe() {}

    /**
     * Makes one that its owner alone may use.
     *
     * @throws ServerException if this system has no named pipes
     */
    static void make(Path file) throws IOException, InterruptedException {
        int status = new ProcessBuilder("mkfifo", "-m", "600", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new ServerException(
                    file + ": mkfifo makes no named pipe here; serve a folder of another file system");
        }
    }

    /**
     * Opens one for reading and writing: it does not come to an end between two writers.
     *
     * @throws NoSuchFileException if there is none
     */
    static RandomAccessFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }

    /** Opens one for writing alone: nothing can be written when nobody reads any more. */
    static PrintWriter writerTo(Path file) throws IOException {
        RandomAccessFile meanwhile = open(file);
        try {
            return new PrintWriter(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8);
        } finally {
            meanwhile.close();
        }
    }
}
