package org.selfstab.expression.syntax;

import java.util.function.Supplier;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;

/** Turns the arithmetic errors of exact folding into syntax errors with a place. */
final class Guard {

    private Guard() {}

    static Expression at(int offset, Supplier<Expression> operation) {
        try {
            return operation.get();
        } catch (ExpressionLimitException e) {
            throw new ExpressionSyntaxException(offset, e.problem(), e.remedy());
        } catch (ArithmeticException e) {
            throw new ExpressionSyntaxException(offset, "division by exactly zero", "the divisor must not vanish");
        }
    }
}
