package org.selfstab.server;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of a server. */
enum Request {
    /** To run the client's command. */
    RUN,
    /** To interrupt it. */
    INTERRUPT,
    /** To end, after the command that runs. */
    STOP;

    /** The request of a line, nothing if it is none. */
    static Optional<Request> of(String line) {
        return Stream.of(values())
                .filter(request -> request.line().equals(line))
                .findFirst();
    }

    /** How it is written, without the end of the line. */
    String line() {
        return name().toLowerCase(Locale.ROOT);
    }
}
