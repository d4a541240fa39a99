package org.selfstab.symbolic;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** How much computer algebra tries one evaluation. */
@FunctionalInterface
interface Effort {

    /** The evaluated expression, or nothing where the effort does not suffice. */
    Optional<IExpr> evaluate(IExpr expression);

    /** A number of steps, the same on every machine. */
    static Effort steps(long steps) {
        return expression -> SymjaEngine.evaluateInSteps(steps, expression).map(SymjaEngine.Evaluated::expression);
    }
}
