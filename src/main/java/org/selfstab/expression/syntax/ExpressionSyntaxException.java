package org.selfstab.expression.syntax;

import org.selfstab.vocabulary.SelfstabException;

/** A text that is not an expression of the accepted grammar, with the place of the first error. */
public final class ExpressionSyntaxException extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Describes the error.
     *
     * @param offset the number of characters before the error, from 0 to the length of the text
     * @param problem what is wrong
     * @param remedy what would be right
     */
    public ExpressionSyntaxException(int offset, String problem, String remedy) {
        super(problem, remedy);
        this.offset = offset;
    }

    /** The number of characters before the error. */
    public int offset() {
        return offset;
    }
}
