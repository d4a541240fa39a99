package org.selfstab.expression.autodiff;

import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionLimitException;

/** How large all derivatives of one loss together have become: a loss from a stranger must not fill the memory. */
final class DerivativeSize {

    private static final int MAX_PARTS = 3_000_000;

    private int parts;

    /**
     * Counts a new node and what it is made of.
     *
     * @throws ExpressionLimitException if there are too many
     */
    Expression counted(Expression derivative) {
        if (!derivative.isZero()) {
            parts += 1 + derivative.children().size();
        }
        if (parts > MAX_PARTS) {
            throw new ExpressionLimitException(
                    "the derivatives of the loss have more than " + MAX_PARTS + " parts",
                    "write the loss shorter or with fewer variables");
        }
        return derivative;
    }
}
