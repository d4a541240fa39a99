package org.selfstab.server;

/** A server that cannot be had as asked for; the message is one line that tells the way out. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerException(String message) {
        super(message.replaceAll("\\R+", " "));
    }
}
