package org.selfstab.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the server of a folder and its clients meet. Taken by one server at a time, and removed when it closes. */
public final class ServerFolder implements Closeable {

    private static final String NAME = ".selfstab-server";
    private static final String LOCK = "lock";
    private static final String REQUESTS = "requests";
    private static final String ANSWERS = "answers";
    /** A folder of this process, for its permissions. */
    private static final String OWN = "own";

    private static final Duration WARMING_UP = Duration.ofMillis(50);
    private static final Duration LEAVING = Duration.ofSeconds(1);
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel lock;
    private RandomAccessFile answers;

    private ServerFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes it for a server, without what one that was killed has left.
     *
     * @param place the folder in which the server and its clients work
     * @throws ServerException if a server has it already, or if it is not what a server made
     */
    public static ServerFolder take(Path place) throws IOException {
        Path folder = place.resolve(NAME);
        make(folder);
        FileChannel lock = lockFile(folder);
        if (!takes(lock)) {
            lock.close();
            throw new ServerException(folder + ": a server of this folder runs already; selfstab serve --stop ends it");
        }
        ServerFolder taken = new ServerFolder(folder, lock);
        taken.removeAllButLock();
        return taken;
    }

    private static void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, OWNER_ONLY);
        } catch (FileAlreadyExistsException left) {
            requireLeftByServer(folder);
        } catch (UnsupportedOperationException withoutOwners) {
            throw new ServerException(
                    folder + ": this file system has no owners and permissions; serve a folder of another one");
        }
    }

    /** Anybody else's folder could be read by others, or lead elsewhere. */
    private static void requireLeftByServer(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.getPosixFilePermissions(folder).equals(OWNER_ONLY.value())) {
            throw new ServerException(folder + ": there already, and not made by selfstab; remove it");
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean takes(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    /**
     * Lets the clients in.
     *
     * @param program the jar that the server runs, as its clients name it
     */
    RequestPipe open(String program) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("program"), program + "\n");
        Files.createDirectory(folder.resolve(OWN));
        NamedPipe.make(folder.resolve(ANSWERS));
        answers = NamedPipe.open(folder.resolve(ANSWERS));
        return RequestPipe.make(folder.resolve(REQUESTS));
    }

    /** Whether files that this process makes have the permissions that the client's would have. */
    boolean makesFilesAs(Client client) throws IOException {
        return Files.getPosixFilePermissions(folder.resolve(OWN)).equals(client.permissions());
    }

    /** Answers a call. */
    void tell(Call call, String answer) {
        try {
            answers.write((call.process() + " " + answer + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // with the server: nobody waits any more
        }
    }

    /** Tells that a call is not for this server. */
    void refuse(Call call) {
        tell(call, "refused");
    }

    /** The client that has the server, if there is one. */
    Optional<Client> client() {
        return Optional.of(clientFolder()).filter(Files::isDirectory).map(Client::new);
    }

    private Path clientFolder() {
        return folder.resolve("client");
    }

    /** Makes room for another client if the one that has the server was killed. */
    void removeKilledClient() throws IOException {
        Optional<Client> client = client();
        if (client.isPresent() && client.get().isKilled()) {
            removeAll(clientFolder());
        }
    }

    /**
     * Ends the server of a folder, after the command that it runs, and waits until it has ended.
     *
     * @throws ServerException if there is none
     */
    public static void stop(Path place) throws IOException, InterruptedException {
        Path folder = place.resolve(NAME);
        if (!Files.isDirectory(folder)) {
            throw none(folder);
        }
        try (FileChannel lock = lockFile(folder)) {
            Path requests = folder.resolve(REQUESTS);
            boolean ended = takes(lock);
            if (ended) {
                throw none(folder);
            }
            while (!ended && !Files.exists(requests)) {
                Thread.sleep(WARMING_UP.toMillis());
                ended = takes(lock);
            }
            if (!ended) {
                RequestPipe.tell(requests, Request.STOP);
                lock.lock();
            }
        }
    }

    private static ServerException none(Path folder) {
        return new ServerException(folder + ": no server of this folder runs; selfstab serve starts one");
    }

    private void removeAllButLock() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith(LOCK)).toList()) {
                removeAll(file);
            }
        }
    }

    private static void removeAll(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            // by the client itself
        }
    }

    /** Removes it. A client whose command has not begun is told so; that of another one sees its pipes come to an end with this process. */
    @Override
    public void close() throws IOException {
        if (lock.isOpen()) {
            Files.deleteIfExists(folder.resolve(REQUESTS));
            sendAway();
            removeAllButLock();
            Files.deleteIfExists(folder.resolve(LOCK));
            Files.deleteIfExists(folder);
            lock.close();
            if (answers != null) {
                answers.close();
            }
        }
    }

    private void sendAway() throws IOException {
        Optional<Client> waiting = client();
        Optional<Call> call = waiting.isPresent() ? waiting.get().take() : Optional.empty();
        if (call.isPresent()) {
            refuse(call.get());
            awaitRemoval();
        }
    }

    /** By the client itself, unless it was killed. */
    private void awaitRemoval() {
        Instant latest = Instant.now().plus(LEAVING);
        while (Files.exists(clientFolder()) && Instant.now().isBefore(latest)) {
            Thread.onSpinWait();
        }
    }
}
