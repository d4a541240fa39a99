package org.selfstab.certify;

import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;

/**
 * How a trajectory is to be certified.
 *
 * @param horizon the number of steps, where it is not left to the problem
 * @param tube the radius of the tube round the constrained trajectory, in units of delta at t = 0, positive
 */
public record CertifyOptions(Optional<Integer> horizon, double tube) {

    /** The tube's radius that is taken where none is asked for. */
    public static final double DEFAULT_TUBE = 0.01;

    /** The problem's horizon and the usual tube. */
    public static CertifyOptions defaults() {
        return new CertifyOptions(Optional.empty(), DEFAULT_TUBE);
    }

    /**
     * The run in doubles that proposes.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    Verifier<Binary64> verifier(Problem problem, LossDerivatives derivatives) {
        RunOptions defaults = RunOptions.defaults();
        return new Verifier<>(
                problem,
                derivatives,
                new CompiledBackend(),
                horizon.map(defaults::withHorizon).orElse(defaults));
    }

    /** These with so many steps, at least 1. */
    public CertifyOptions withHorizon(int steps) {
        return new CertifyOptions(Optional.of(steps), tube);
    }
}
