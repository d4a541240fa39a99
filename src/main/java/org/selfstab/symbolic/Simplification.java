package org.selfstab.symbolic;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.expression.Symbol;

/**
 * Brings expressions to a shorter form by Symja, in bounded work: what is too large stays as it is, and what is shortened does not depend on
 * the machine.
 */
public final class Simplification {

    /** What is longer is left as it is. */
    static final long MAX_SIZE = 200;
    /** Beyond this {@link PolynomialExtent} factoring, which simplifying tries too, may take far too long. */
    static final long MAX_EXTENT = 2000;
    /** The same of its largest degree. */
    static final long MAX_DEGREE = 40;

    private static final Effort EFFORT = Effort.steps(300_000);

    private final List<Symbol> positive;

    private Simplification(Collection<Symbol> positive) {
        this.positive = List.copyOf(positive);
    }

    /** Simplification that assumes nothing. */
    public static Simplification general() {
        return new Simplification(List.of());
    }

    /** The same, under the assumption that symbols are positive. */
    public Simplification assumingPositive(Collection<Symbol> symbols) {
        return new Simplification(symbols);
    }

    /** The shortest of the expression, its simplified, its together and its factored form. */
    public Expression simplify(Expression expression) {
        if (expression.children().isEmpty()) {
            return expression;
        }
        SymjaBridge bridge = SymjaBridge.forSimplification();
        IExpr assumption = bridge.positive(positive);
        Expression simplified = shorter(expression, rewritten(bridge, expression, e -> F.Simplify(e, assumption)));
        return shorter(simplified, factored(simplified));
    }

    /** The expression over a common denominator, numerator and denominator factored. */
    public Expression factored(Expression expression) {
        return rewritten(SymjaBridge.forSimplification(), expression, e -> F.Factor(F.Together(e)));
    }

    private Expression rewritten(SymjaBridge bridge, Expression expression, UnaryOperator<IExpr> rule) {
        if (!isAffordable(expression)) {
            return expression;
        }
        return EFFORT.evaluate(rule.apply(bridge.toSymja(expression)))
                .map(result -> readOr(expression, bridge, result))
                .orElse(expression);
    }

    /** Whether an expression is small enough to be simplified. */
    static boolean isAffordable(Expression expression) {
        if (size(expression) > MAX_SIZE) {
            return false;
        }
        PolynomialExtent extent = PolynomialExtent.of(expression);
        return extent.product() <= MAX_EXTENT && extent.degree() <= MAX_DEGREE;
    }

    /** Symja's count of an expression's symbols, numbers and operators, where it is not far beyond what is affordable. */
    static long size(Expression expression) {
        return new ExpressionExtent(MAX_SIZE).admits(expression)
                ? SymjaBridge.forSimplification().toSymja(expression).leafCount()
                : Long.MAX_VALUE;
    }

    /** What Symja found, unless it left the real numbers on its way. */
    private static Expression readOr(Expression expression, SymjaBridge bridge, IExpr result) {
        try {
            return bridge.fromSymja(result);
        } catch (SymbolicException | ExpressionLimitException | ArithmeticException e) {
            return expression;
        }
    }

    private static Expression shorter(Expression expression, Expression other) {
        return other.toString().length() < expression.toString().length() ? other : expression;
    }
}
