package org.selfstab.problem;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What a proof companion asserts of one quantity or condition: at least one bound of a number, or a verdict.
 *
 * @param quantity the quantity or condition
 * @param atLeast the lower bound, if one is asserted; a closed expression
 * @param atMost the upper bound, if one is asserted; a closed expression
 * @param verdict the verdict, if one is asserted
 */
public record Expectation(
        ExpectedQuantity quantity,
        Optional<Expression> atLeast,
        Optional<Expression> atMost,
        Optional<ExpectedVerdict> verdict) {

    static Expectation ofVerdict(ExpectedQuantity condition, ExpectedVerdict verdict) {
        return new Expectation(condition, Optional.empty(), Optional.empty(), Optional.of(verdict));
    }

    static Expectation ofBounds(ExpectedQuantity quantity, Optional<Expression> atLeast, Optional<Expression> atMost) {
        return new Expectation(quantity, atLeast, atMost, Optional.empty());
    }
}
