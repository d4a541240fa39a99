package org.selfstab.symbolic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Brings expressions to a shorter form by Symja, in bounded time. */
public final class Simplification {

    private final Duration limit;
    private final List<Symbol> positive;

    private Simplification(Duration limit, Collection<Symbol> positive) {
        this.limit = limit;
        this.positive = List.copyOf(positive);
    }

    /** Simplification that gives up on each step after a limit. */
    public static Simplification within(Duration limit) {
        return new Simplification(limit, List.of());
    }

    /** The same, under the assumption that symbols are positive. */
    public Simplification assumingPositive(Collection<Symbol> symbols) {
        return new Simplification(limit, symbols);
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

    /** The expression over a common denominator. */
    public Expression together(Expression expression) {
        return rewritten(SymjaBridge.forSimplification(), expression, F::Together);
    }

    /** The expression over a common denominator, numerator and denominator factored. */
    public Expression factored(Expression expression) {
        return rewritten(SymjaBridge.forSimplification(), expression, e -> F.Factor(F.Together(e)));
    }

    private Expression rewritten(SymjaBridge bridge, Expression expression, UnaryOperator<IExpr> rule) {
        return SymjaEngine.evaluateWithin(limit, rule.apply(bridge.toSymja(expression)))
                .map(result -> readOr(expression, bridge, result))
                .orElse(expression);
    }

    /** What Symja found, unless it left the real numbers on its way. */
    private static Expression readOr(Expression expression, SymjaBridge bridge, IExpr result) {
        try {
            return bridge.fromSymja(result);
        } catch (SymbolicException | ArithmeticException e) {
            return expression;
        }
    }

    private static Expression shorter(Expression expression, Expression other) {
        return other.toString().length() < expression.toString().length() ? other : expression;
    }
}
