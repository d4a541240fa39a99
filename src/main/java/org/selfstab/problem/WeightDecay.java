package org.selfstab.problem;

import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.optimizer.DecoupledDecay;

/**
 * Weight decay. The problem's loss has its penalty {@code mu |theta|^2/2} added, so that the Hessian of the bare loss is the problem's less mu.
 *
 * @param strength the parameter lambda
 * @param decoupled what it makes of the optimizer; empty where it is coupled, {@code mu = lambda}
 */
public record WeightDecay(Symbol strength, Optional<DecoupledDecay> decoupled) {

    /** {@code mu}, an expression of parameters. */
    public Expression penalty() {
        return decoupled.map(DecoupledDecay::penalty).orElse(strength);
    }
}
