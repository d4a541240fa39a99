package org.selfstab.problem;

import org.selfstab.expression.Expression;

/** Expressions in messages: cut if long. */
final class ExpressionText {

    private static final int MAX_LENGTH = 80;

    private ExpressionText() {}

    static String of(Expression expression) {
        String text = expression.toString();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
