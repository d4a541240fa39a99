package org.selfstab.symbolic;

import org.matheclipse.core.interfaces.IExpr;

/**
 * The work that deriving one loss may take altogether, counted in operands and operators that are evaluated: derivatives of a deeply nested
 * loss grow faster than any bound on its own length, and a problem file from a stranger must not run without end. What can be derived is
 * the same on every machine.
 */
final class DerivationBudget {

    /** The examples stay below it. */
    static final long LIMIT = 5_000_000;

    /** Below this size an evaluation takes milliseconds and is not worth a thread with a stack of its own. */
    private static final long SMALL = 400;

    private static final long STEPS = 50_000_000;

    private final long limit;
    private long left;

    DerivationBudget(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    /**
     * Evaluates a Symja expression on the budget.
     *
     * @throws SymbolicException if Symja fails, or the budget is used up
     */
    IExpr evaluate(IExpr expression) {
        charge(expression);
        IExpr result = expression.leafCount() <= SMALL
                ? SymjaEngine.evaluate(expression)
                : SymjaEngine.evaluateInSteps(STEPS, expression)
                        .orElseThrow(this::usedUp)
                        .expression();
        charge(result);
        return result;
    }

    private void charge(IExpr expression) {
        left -= expression.leafCount();
        if (left < 0) {
            throw usedUp();
        }
    }

    /** What is left of it. */
    long left() {
        return left;
    }

    private SymbolicException usedUp() {
        return new SymbolicException(
                "the derivatives of the loss take more than " + limit + " operations of computer algebra",
                "write the loss shorter or less deeply nested");
    }
}
