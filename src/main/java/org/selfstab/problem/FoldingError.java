package org.selfstab.problem;

import org.selfstab.expression.ExpressionLimitException;

/** What to say when an exact expression has no value. */
final class FoldingError {

    private FoldingError() {}

    static String message(ArithmeticException e) {
        return e instanceof ExpressionLimitException ? e.getMessage() : "division by zero; no divisor may be zero";
    }
}
