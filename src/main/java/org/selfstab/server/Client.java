package org.selfstab.server;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The client that has the server, by the folder that it made. */
final class Client {

    /** How long a client may take from making its folder to asking. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<String> PIPES = List.of("out", "err");

    private final Path folder;

    Client(Path folder) {
        this.folder = folder;
    }

    /** What it asks for, nothing as long as it has not asked. As in a process, what is no text in UTF-8 becomes replacement characters. */
    Optional<Call> call() throws IOException {
        try {
            byte[] words = Files.readAllBytes(folder.resolve("arguments"));
            return Call.of(new String(words, StandardCharsets.UTF_8));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    /** Its standard output; waits until the client reads it. */
    PrintWriter out() throws IOException {
        return writerTo(PIPES.get(0));
    }

    /** Its standard error; waits until the client reads it. */
    PrintWriter err() throws IOException {
        return writerTo(PIPES.get(1));
    }

    private PrintWriter writerTo(String pipe) throws IOException {
        return new PrintWriter(new FileOutputStream(folder.resolve(pipe).toFile()), true, StandardCharsets.UTF_8);
    }

    /** Tells the command's exit status, which the client reads when standard output and standard error have come to their ends. */
    void tell(int status) throws IOException {
        Path pending = folder.resolve("status.part");
        try {
            Files.writeString(pending, status + "\n");
            Files.move(pending, folder.resolve("status"), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException folderRemoved) {
            // nobody waits for it
        }
    }

    /** Whether it was killed before it could remove its folder. */
    boolean isKilled() throws IOException {
        try {
            Optional<Call> call = call();
            return call.isPresent()
                    ? ProcessHandle.of(call.get().process()).isEmpty()
                    : Files.getLastModifiedTime(folder)
                            .toInstant()
                            .plus(PATIENCE)
                            .isBefore(Instant.now());
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    /** Lets it go without an answer: what it reads comes to an end. */
    void release() throws IOException {
        for (String pipe : PIPES) {
            if (Files.exists(folder.resolve(pipe))) {
                // for writing alone this would wait for a client that is no more
                new RandomAccessFile(folder.resolve(pipe).toFile(), "rw").close();
            }
        }
    }
}
