package org.selfstab.cli;

/** Input or usage that cannot be worked with; the message is one line that tells the way out. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
