package org.selfstab.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The named pipe of a server's requests. */
final class RequestPipe implements Closeable {

    private final RandomAccessFile pipe;

    private RequestPipe(RandomAccessFile pipe) {
        this.pipe = pipe;
    }

    /** Makes the pipe. */
    static RequestPipe make(Path file) throws IOException, InterruptedException {
        NamedPipe.make(file);
        return new RequestPipe(NamedPipe.open(file));
    }

    /** Writes a request into the pipe of a server that lives. */
    static void tell(Path file, Request request) throws IOException {
        try (RequestPipe pipe = new RequestPipe(NamedPipe.open(file))) {
            pipe.add(request);
        }
    }

    /** The next request; waits until there is one. */
    Request next() throws IOException {
        Optional<Request> request = Optional.empty();
        while (request.isEmpty()) {
            request = Request.of(pipe.readLine());
        }
        return request.get();
    }

    /** Adds a request. */
    void add(Request request) throws IOException {
        pipe.write((request.line() + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
