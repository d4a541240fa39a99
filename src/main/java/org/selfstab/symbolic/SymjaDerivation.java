package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTMutable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Partial derivatives by Symja's rules, from the inside out. Symja's rule for a product or a power names the derivatives of its parts;
 * these are derived first, each once for a variable, and then the whole is evaluated.
 *
 * <p>Left to itself, Symja derives a part again wherever it occurs and evaluates half-derived sums again and again, which takes two
 * to four times as long. For one loss, in one thread at a time.
 */
final class SymjaDerivation {

    private final DerivationBudget budget;
    private final IdentityHashMap<ISymbol, Map<IExpr, IExpr>> known = new IdentityHashMap<>();

    /** Derivation that evaluates on a budget. */
    SymjaDerivation(DerivationBudget budget) {
        this.budget = budget;
    }

    /**
     * The partial derivative, evaluated.
     *
     * @param function an evaluated expression
     * @throws SymbolicException if Symja fails, or the budget is used up
     */
    IExpr derivative(IExpr function, ISymbol variable) {
        Map<IExpr, IExpr> byVariable = known.computeIfAbsent(variable, any -> new HashMap<>());
        IExpr derivative = byVariable.get(function);
        if (derivative == null) {
            derivative = function.isFree(variable, true) ? F.C0 : derived(function, variable);
            byVariable.put(function, derivative);
        }
        return derivative;
    }

    private IExpr derived(IExpr function, ISymbol variable) {
        if (function.isPlus()) {
            return budget.evaluate(mapped((IAST) function, term -> derivative(term, variable)));
        }
        IExpr unevaluated = F.D(function, variable);
        if (function.isTimes() || function.isPower()) {
            unevaluated = SymjaEngine.firstStep((IAST) unevaluated);
        }
        return budget.evaluate(withDerivedParts(unevaluated, function, variable));
    }

    /** The expression with the derivatives in it replaced by their values, but for the one of the whole function. */
    private IExpr withDerivedParts(IExpr expression, IExpr whole, ISymbol variable) {
        if (!(expression instanceof IAST ast) || ast.isFree(S.D, true)) {
            return expression;
        }
        if (!ast.isAST(S.D, 3)) {
            return mapped(ast, part -> withDerivedParts(part, whole, variable));
        }
        return ast.arg1() == whole ? ast : derivative(ast.arg1(), variable);
    }

    private static IExpr mapped(IAST ast, UnaryOperator<IExpr> change) {
        IASTMutable changed = ast.copy();
        for (int i = 1; i < ast.size(); i++) {
            changed.set(i, change.apply(ast.get(i)));
        }
        return changed;
    }
}
