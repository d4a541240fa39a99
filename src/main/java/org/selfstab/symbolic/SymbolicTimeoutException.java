package org.selfstab.symbolic;

/** The computer algebra system has not answered within minutes; the message says on what. No result depends on it. */
public final class SymbolicTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SymbolicTimeoutException(String message) {
        super(message);
    }
}
