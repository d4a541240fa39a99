package org.selfstab.vocabulary;

/**
 * A problem file or statement file that cannot be used. Its message is one line, {@code file:line:column: what is wrong; what would be
 * right}.
 */
public final class ProblemFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // a record of strings and numbers; exceptions are not serialized here
    private final transient Location location;

    private final String detail;

    /**
     * Reports an error.
     *
     * @param location where it is
     * @param message what is wrong; what would be right
     */
    public ProblemFileException(Location location, String message) {
        super(FreeText.visible(location + ": " + message));
        this.location = location;
        this.detail = message;
    }

    /** What is wrong; what would be right; without the place. */
    public String detail() {
        return detail;
    }

    /** Where the error is. */
    public Location location() {
        return location;
    }
}
