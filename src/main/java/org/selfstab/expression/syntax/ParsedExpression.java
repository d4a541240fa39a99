package org.selfstab.expression.syntax;

import java.util.List;
import org.selfstab.expression.Expression;

/**
 * An expression read from a text.
 *
 * @param expression the expression, exact
 * @param warnings in the order of their places
 */
public record ParsedExpression(Expression expression, List<SyntaxWarning> warnings) {
    public ParsedExpression {
        warnings = List.copyOf(warnings);
    }

    /**
     * Something accepted that a reader of the expression should know.
     *
     * @param offset the number of characters before the place
     * @param message one line
     */
    public record SyntaxWarning(int offset, String message) {}
}
