package org.selfstab.generate;

/** A request that no loss can meet, or none that is built here; the message is one line that tells the way out. */
public final class ImpossibleRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImpossibleRequestException(String message) {
        super(message);
    }
}
