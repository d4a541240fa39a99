package org.selfstab.sweep;

/** A sweep that cannot be done as asked for; the message is one line that tells the way out. */
public final class SweepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Reports an error. */
    public SweepException(String message) {
        super(message.replaceAll("\\p{Cntrl}+", " "));
    }
}
