package org.selfstab.expression.syntax;

/** A text that is not an expression of the accepted grammar, with the place of the first error. */
public final class ExpressionSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Describes the error.
     *
     * @param offset the number of characters before the error, from 0 to the length of the text
     * @param message one line: what is wrong; what would be right
     */
    public ExpressionSyntaxException(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The number of characters before the error. */
    public int offset() {
        return offset;
    }
}
