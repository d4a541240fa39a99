package org.selfstab.expression;

import java.util.Optional;

/**
 * A condition on the parameters under which a closed form holds; it is met at the numeric values it was chosen by.
 *
 * @param text the condition for people
 * @param positive the expression that must be positive, where the condition can be said so
 */
public record BranchCondition(String text, Optional<Expression> positive) {

    /** That an expression is positive. */
    public static BranchCondition positive(Expression expression) {
        return new BranchCondition(expression + " > 0", Optional.of(expression));
    }

    /** A condition that is said only in words. */
    public static BranchCondition text(String text) {
        return new BranchCondition(text, Optional.empty());
    }
}
