package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionExtent;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.syntax.ExpressionSyntaxException;
import org.selfstab.expression.syntax.SpecialForm;

/**
 * The operators that statements have beyond problem files: {@code D(f, x, y, ...)}, the derivative of f by x, then y, and
 * so on; {@code at(f, x, a, y, b, ...)}, f with x replaced by a and y by b, all at once.
 *
 * <p>An instance bounds the steps that all its derivatives may take together and the size of what it returns, so that a
 * statement from a stranger ends; what it can derive is the same on every machine.
 */
public final class Calculus {

    private static final String DERIVATIVE = "D";
    private static final String REPLACEMENT = "at";
    private static final int MAX_ORDER = 8;
    private static final long MAX_SIZE = 100_000;

    private final SymjaBridge bridge = SymjaBridge.forDerivatives();
    /** A hundred times the steps that the derivatives of any statement of the shipped theory take. */
    private long stepsLeft = 2_000_000;

    /** The names of the operators. */
    public static Set<String> names() {
        return Set.of(DERIVATIVE, REPLACEMENT);
    }

    /** The operators by name. */
    public Map<String, SpecialForm> forms() {
        return Map.of(DERIVATIVE, this::derivative, REPLACEMENT, Calculus::replaced);
    }

    private Expression derivative(int offset, List<Expression> arguments) {
        int order = arguments.size() - 1;
        if (order < 1 || order > MAX_ORDER) {
            throw new ExpressionSyntaxException(
                    offset,
                    "D has " + arguments.size() + " arguments",
                    "write D(f, x) or D(f, x, y, ...), at most " + MAX_ORDER + " names");
        }
        Expression result = arguments.get(0);
        for (Expression by : arguments.subList(1, arguments.size())) {
            result = derivativeBy(symbol(offset, DERIVATIVE, by), offset, result);
        }
        return Domain.restrictedTo(arguments.subList(0, 1), result);
    }

    private Expression derivativeBy(Symbol variable, int offset, Expression expression) {
        requireModest(offset, expression);
        if (!expression.symbolNames().contains(variable.name())) {
            return Expression.ZERO;
        }
        Optional<SymjaEngine.Evaluated> derived =
                SymjaEngine.evaluateInSteps(stepsLeft, F.D(bridge.toSymja(expression), bridge.toSymja(variable)));
        stepsLeft -= derived.map(SymjaEngine.Evaluated::steps).orElse(stepsLeft);
        return requireModest(
                offset,
                derived.flatMap(evaluated -> elementary(evaluated.expression()))
                        .orElseThrow(() -> new ExpressionSyntaxException(
                                offset,
                                "the derivative takes too long or is not elementary",
                                "write a simpler expression")));
    }

    private Optional<Expression> elementary(IExpr derived) {
        try {
            return Optional.of(bridge.fromSymja(derived));
        } catch (SymbolicException notElementary) {
            return Optional.empty();
        }
    }

    private static Expression replaced(int offset, List<Expression> arguments) {
        if (arguments.size() < 3 || arguments.size() % 2 == 0) {
            throw new ExpressionSyntaxException(
                    offset, "at has " + arguments.size() + " arguments", "write at(f, x, a) or at(f, x, a, y, b, ...)");
        }
        Map<String, Expression> replacements = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            String name = symbol(offset, REPLACEMENT, arguments.get(i)).name();
            if (!names.add(name)) {
                throw new ExpressionSyntaxException(offset, "at replaces " + name + " twice", "remove one");
            }
            replacements.put(name, arguments.get(i + 1));
        }
        return requireModest(offset, Domain.substituted(arguments.get(0), replacements));
    }

    private static Symbol symbol(int offset, String operator, Expression argument) {
        if (argument instanceof Symbol symbol) {
            return symbol;
        }
        throw new ExpressionSyntaxException(
                offset, operator + " takes declared symbols, not expressions, as its variables", "declare the symbol");
    }

    private static Expression requireModest(int offset, Expression expression) {
        if (!new ExpressionExtent(MAX_SIZE).admits(expression)) {
            throw new ExpressionSyntaxException(
                    offset, "an expression of more than " + MAX_SIZE + " operations", "write a simpler one");
        }
        return expression;
    }
}
