package org.selfstab.symbolic;

import java.time.Duration;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The processor time that deriving one loss may take altogether: derivatives of a deeply nested loss grow faster than any bound on its own
 * length, and a problem file from a stranger must not run without end.
 */
final class DerivationBudget {

    /** Some ten times what a network of ten parameters needs. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** Below this size an evaluation takes milliseconds and is not worth a thread that can be given up. */
    private static final long SMALL = 400;

    private Duration left;

    DerivationBudget(Duration limit) {
        this.left = limit;
    }

    /**
     * Evaluates a Symja expression on the budget.
     *
     * @throws SymbolicException if Symja fails, or the budget is used up
     */
    IExpr evaluate(IExpr expression) {
        SymjaEngine.Evaluated evaluated = expression.leafCount() <= SMALL
                ? evaluateHere(expression)
                : SymjaEngine.evaluate(left, expression).orElseThrow(DerivationBudget::usedUp);
        left = left.minus(evaluated.spent());
        if (left.isNegative()) {
            throw usedUp();
        }
        return evaluated.expression();
    }

    private static SymjaEngine.Evaluated evaluateHere(IExpr expression) {
        Duration begin = SymjaEngine.spentByThisThread();
        IExpr result = SymjaEngine.evaluate(expression);
        return new SymjaEngine.Evaluated(result, SymjaEngine.spentByThisThread().minus(begin));
    }

    private static SymbolicException usedUp() {
        return new SymbolicException("the derivatives of the loss up to order four cannot be derived within "
                + LIMIT.toSeconds() + " s; write the loss shorter or less deeply nested");
    }
}
