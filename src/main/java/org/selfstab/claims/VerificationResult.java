package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.Extremum;

/**
 * A problem and what its verification gave.
 *
 * @param problem the problem, with what the command line overrode
 * @param verification the run
 * @param assessment the theory's conditions and conclusions on the run
 * @param precision the same run in double precision, where the run was in higher precision
 * @param crossCheck the comparison of the derivatives by two ways, where it was asked for
 */
public record VerificationResult(
        Problem problem,
        Verification verification,
        Assessment assessment,
        Optional<PrecisionComparison> precision,
        Optional<CrossCheck> crossCheck) {

    /** How formulas read on the run. */
    public EdgeWording wording() {
        return verification.wording(problem);
    }

    /**
     * A run in higher precision beside the same run in double precision.
     *
     * @param drift the largest distance of the double iterates from the precise ones, in the unit of theta, and its step
     * @param inDouble the verification in double precision
     */
    public record PrecisionComparison(Optional<Extremum> drift, Verification inDouble) {}
}
