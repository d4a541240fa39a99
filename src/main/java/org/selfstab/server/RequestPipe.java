package org.selfstab.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The named pipe of a server's requests. It is open for writing too: between two clients it does not come to an end. */
final class RequestPipe implements Closeable {

    private final RandomAccessFile pipe;

    private RequestPipe(RandomAccessFile pipe) {
        this.pipe = pipe;
    }

    /**
     * Makes the pipe.
     *
     * @throws ServerException if this system has no named pipes
     */
    static RequestPipe make(Path file) throws IOException, InterruptedException {
        int status = new ProcessBuilder("mkfifo", "-m", "600", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new ServerException(
                    file + ": mkfifo makes no named pipe here; serve a folder of another file system");
        }
        return new RequestPipe(new RandomAccessFile(file.toFile(), "rw"));
    }

    /** Writes a request into the pipe of a server that lives. */
    static void tell(Path file, Request request) throws IOException {
        Files.writeString(file, request.line() + "\n", StandardOpenOption.WRITE);
    }

    /** The next request; waits until there is one. */
    Request next() throws IOException {
        Optional<Request> request = Optional.empty();
        while (request.isEmpty()) {
            request = Request.of(pipe.readLine());
        }
        return request.get();
    }

    /** Adds a request of the server's own. */
    void add(Request request) throws IOException {
        pipe.write((request.line() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
