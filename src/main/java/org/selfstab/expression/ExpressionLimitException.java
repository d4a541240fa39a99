package org.selfstab.expression;

/** An expression that would need more memory or time than an untrusted problem file may ask for. */
public final class ExpressionLimitException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** A limit that was reached, with the way out. */
    public ExpressionLimitException(String message) {
        super(message);
    }
}
