package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

/** Reads what Symja returns as our expressions, shared parts once. In one thread at a time. */
final class SymjaReader {

    private final SymjaSymbols symbols;
    private final OpaqueFunctions opaque;
    private final Map<IExpr, Expression> known = new HashMap<>();

    SymjaReader(SymjaSymbols symbols, OpaqueFunctions opaque) {
        this.symbols = symbols;
        this.opaque = opaque;
    }

    /**
     * Our expression for a Symja expression.
     *
     * @throws SymbolicException if it contains anything but real elementary functions of known symbols
     */
    Expression read(IExpr symja) {
        Expression expression = known.get(symja);
        if (expression == null) {
            expression = symja instanceof IAST ast ? readFunction(ast) : readAtom(symja);
            known.put(symja, expression);
        }
        return expression;
    }

    private Expression readAtom(IExpr atom) {
        if (atom instanceof IRational number) {
            return Expression.constant(number.toBigFraction());
        }
        if (atom == S.Pi) {
            return Expression.pi();
        }
        if (atom == S.E) {
            return Expression.apply(ElementaryFunction.EXP, Expression.ONE);
        }
        return symbols.symbolOf(atom).orElseThrow(() -> untranslatable(atom));
    }

    private Expression readFunction(IAST ast) {
        if (ast.isPlus()) {
            return Expression.sum(arguments(ast));
        }
        if (ast.isTimes()) {
            return Expression.product(arguments(ast));
        }
        if (ast.isPower()) {
            return readPower(ast.arg1(), ast.arg2());
        }
        if (ast.argSize() == 1) {
            return readUnary(ast, ast.head(), read(ast.arg1()));
        }
        throw untranslatable(ast);
    }

    private List<Expression> arguments(IAST ast) {
        return ast.stream().map(this::read).toList();
    }

    /** A power; one with a symbolic exponent is {@code exp(b log(a))}, the real function that it is for positive a. */
    private Expression readPower(IExpr base, IExpr exponent) {
        if (base == S.E) {
            return Expression.apply(ElementaryFunction.EXP, read(exponent));
        }
        if (exponent instanceof IRational number) {
            return read(base).power(number.toBigFraction());
        }
        Expression log = Expression.apply(ElementaryFunction.LOG, read(base));
        return Expression.apply(ElementaryFunction.EXP, read(exponent).times(log));
    }

    private Expression readUnary(IAST ast, IExpr head, Expression argument) {
        Optional<ElementaryFunction> named = opaque.functionOf(head);
        if (named.isPresent()) {
            return Expression.apply(named.get(), argument);
        }
        if (head instanceof IAST derivative) {
            return readDerivative(ast, derivative, argument);
        }
        return SymjaFunctions.apply(head, argument).orElseThrow(() -> untranslatable(ast));
    }

    /** {@code Derivative(n)(f)(x)} for an opaque function f. */
    private Expression readDerivative(IAST ast, IAST derivative, Expression argument) {
        if (derivative.argSize() == 1
                && derivative.head() instanceof IAST order
                && order.isAST(S.Derivative, 2)
                && order.arg1().isInteger()) {
            ElementaryFunction function = opaque.functionOf(derivative.arg1()).orElseThrow(() -> untranslatable(ast));
            return OpaqueFunctions.derivative(function, order.arg1().toIntDefault(), argument);
        }
        throw untranslatable(ast);
    }

    private static SymbolicException untranslatable(IExpr symja) {
        return new SymbolicException(
                "Symja returned " + SymjaEngine.shortened(symja) + ", which is not a real elementary expression", "");
    }
}
