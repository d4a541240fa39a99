package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.problem.Problem;

/**
 * A problem's run beside the reduced equation.
 *
 * @param problem the problem, with what the command line overrode
 * @param verification the run
 * @param comparison the comparison over the steps done; empty if X or Y is undefined at one of them, or there is none
 * @param obstacle why there is no comparison; empty if there is one
 */
public record OdeResult(
        Problem problem, Verification verification, Optional<OdeComparison> comparison, Optional<String> obstacle) {

    /** What an observed run gave. */
    public static OdeResult of(Problem problem, Verification verification, OdeComparer<?> comparer) {
        if (verification.constants().isEmpty()) {
            return new OdeResult(
                    problem,
                    verification,
                    Optional.empty(),
                    Optional.of(verification.end().description()));
        }
        Optional<String> obstacle = comparer.obstacle();
        return new OdeResult(
                problem,
                verification,
                obstacle.isPresent() ? Optional.empty() : Optional.of(comparer.comparison()),
                obstacle);
    }

    /** Whether the whole run up to its horizon was compared. */
    public boolean isComplete() {
        return comparison.isPresent() && verification.end().isComplete();
    }
}
