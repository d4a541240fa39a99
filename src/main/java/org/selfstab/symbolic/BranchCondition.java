package org.selfstab.symbolic;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * A condition on the parameters under which a closed form holds; it is met at the numeric values it was chosen by.
 *
 * @param text the condition for people
 * @param positive the expression that must be positive, where the condition can be said so
 */
public record BranchCondition(String text, Optional<Expression> positive) {

    static BranchCondition positive(Expression expression) {
        return new BranchCondition(expression + " > 0", Optional.of(expression));
    }

    static BranchCondition text(String text) {
        return new BranchCondition(text, Optional.empty());
    }
}
