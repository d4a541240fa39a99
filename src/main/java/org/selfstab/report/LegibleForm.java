package org.selfstab.report;

import java.util.Collection;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;

/** Closed forms are shown only while they help: a line that nobody reads says less than its number. */
final class LegibleForm {

    /** Operands and operators of all components together; some five hundred characters. */
    static final int MAX_OPERATIONS = 250;

    private LegibleForm() {}

    /** Whether expressions are short enough, all together, to be shown. */
    static boolean isLegible(Collection<Expression> components) {
        ExpressionExtent extent = new ExpressionExtent(MAX_OPERATIONS);
        return components.stream().allMatch(extent::admits);
    }

    /** The same of one expression. */
    static boolean isLegible(Expression expression) {
        return new ExpressionExtent(MAX_OPERATIONS).admits(expression);
    }
}
