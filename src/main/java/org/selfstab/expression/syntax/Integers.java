package org.selfstab.expression.syntax;

import java.math.BigInteger;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;

/** Expressions that must fold to an integer. */
final class Integers {

    private static final int MAX_BITS = 31;

    private Integers() {}

    static int of(Expression expression, int offset, String role) {
        if (!(NumberNeeded.unlessClosed(expression) instanceof Constant constant)
                || !constant.value().getDenominator().equals(BigInteger.ONE)) {
            throw new ExpressionSyntaxException(
                    offset, role + " must be an integer", "use integers and indices of sums only");
        }
        BigInteger value = constant.value().getNumerator();
        if (value.bitLength() > MAX_BITS) {
            throw new ExpressionSyntaxException(offset, role + " is too large", "it must be below 2^31");
        }
        return value.intValueExact();
    }
}
