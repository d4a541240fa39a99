package org.selfstab.symbolic;

/** The computer algebra system failed, or answered with something that is not a real elementary expression. */
public final class SymbolicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SymbolicException(String message) {
        super(message);
    }

    SymbolicException(String message, Throwable cause) {
        super(message, cause);
    }
}
