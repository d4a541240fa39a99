package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.problem.Problem;

/**
 * A problem's run beside the reduced equation and the central flow.
 *
 * @param problem the problem, with what the command line overrode
 * @param verification the run
 * @param comparison the comparison over the steps done; empty if X or Y is undefined at one of them, or there is none
 * @param obstacle why there is no comparison; empty if there is one
 * @param adaptiveFlow the central flow of an adaptive optimizer beside its iterates
 * @param centralFlow the central flow beside the run; empty if the run has no step
 */
public record OdeResult(
        Problem problem,
        Verification verification,
        Optional<OdeComparison> comparison,
        Optional<String> obstacle,
        Optional<CentralFlowResult> centralFlow,
        Optional<AdaptiveFlowResult> adaptiveFlow) {

    /** Whether the whole run up to its horizon was compared. */
    public boolean isComplete() {
        boolean isFlowComplete = adaptiveFlow
                .map(flow -> flow.end().isComplete())
                .orElseGet(() -> centralFlow
                        .filter(flow -> flow.run().end().isComplete())
                        .isPresent());
        return isFlowComplete
                && verification.end().isComplete()
                && (comparison.isPresent() || verification.unstable().isPresent());
    }
}
