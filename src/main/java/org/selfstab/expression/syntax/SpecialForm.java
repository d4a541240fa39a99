package org.selfstab.expression.syntax;

import java.util.List;
import org.selfstab.expression.Expression;

/** An operator on whole expressions that is written like a function. */
@FunctionalInterface
public interface SpecialForm {

    /**
     * The value for arguments.
     *
     * @param offset where the operator's name stands
     * @throws ExpressionSyntaxException if it does not take these arguments
     */
    Expression apply(int offset, List<Expression> arguments);
}
