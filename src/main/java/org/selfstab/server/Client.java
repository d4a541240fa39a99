package org.selfstab.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The client that has the server, by the folder that it made. */
final class Client {

    /** How long a client may take from making its folder to asking. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    Client(Path folder) {
        this.folder = folder;
    }

    /** Takes what it asks for, once; nothing if it has not asked. As in a process, what is no text in UTF-8 becomes replacement characters. */
    Optional<Call> take() throws IOException {
        try {
            Files.move(arguments(), taken(), StandardCopyOption.ATOMIC_MOVE);
            return read(taken());
        } catch (NoSuchFileException notAsked) {
            return Optional.empty();
        }
    }

    private Path arguments() {
        return folder.resolve("arguments");
    }

    private Path taken() {
        return folder.resolve("taken");
    }

    private static Optional<Call> read(Path arguments) throws IOException {
        try {
            return Call.of(new String(Files.readAllBytes(arguments), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Its standard output. */
    PrintWriter out() throws IOException {
        return NamedPipe.writerTo(folder.resolve("out"));
    }

    /** Its standard error. */
    PrintWriter err() throws IOException {
        return NamedPipe.writerTo(folder.resolve("err"));
    }

    /** The permissions that folders have that its process makes. */
    Set<PosixFilePermission> permissions() throws IOException {
        return Files.getPosixFilePermissions(folder);
    }

    /** Whether it was killed before it could remove its folder. */
    boolean isKilled() throws IOException {
        try {
            Optional<Long> process = process();
            return process.isPresent() ? isDead(process.get()) && process().equals(process) : isLate();
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    private static boolean isDead(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    private boolean isLate() throws IOException {
        return Files.getLastModifiedTime(folder).toInstant().plus(PATIENCE).isBefore(Instant.now());
    }

    private Optional<Long> process() throws IOException {
        Optional<Call> call = read(arguments());
        return (call.isPresent() ? call : read(taken())).map(Call::process);
    }
}
