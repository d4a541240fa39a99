package org.selfstab.symbolic;

import java.time.Duration;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** How long computer algebra tries one evaluation. */
@FunctionalInterface
interface Effort {

    /** The evaluated expression, or nothing where the effort does not suffice. */
    Optional<IExpr> evaluate(IExpr expression);

    /** As long as a limit of processor time allows. */
    static Effort within(Duration limit) {
        return expression -> SymjaEngine.evaluateWithin(limit, expression);
    }

    /** A number of steps, the same on every machine. */
    static Effort steps(long steps) {
        return expression -> SymjaEngine.evaluateInSteps(steps, expression);
    }
}
