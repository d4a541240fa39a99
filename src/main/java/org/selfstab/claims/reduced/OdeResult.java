package org.selfstab.claims.reduced;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.Verification;
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

    /** What an observed run gave. */
    public static <T extends CalculusFieldElement<T>> OdeResult of(
            Problem problem, Verification verification, OdeComparer<T> comparer, CentralFlowComparison<T> flow) {
        if (verification.constants().isEmpty()) {
            return new OdeResult(
                    problem,
                    verification,
                    Optional.empty(),
                    Optional.of(verification.description()),
                    Optional.empty(),
                    Optional.empty());
        }
        OdePeriods steps = OdePeriods.of(comparer, flow, verification.end());
        return new OdeResult(
                problem,
                verification,
                steps.comparison(),
                steps.obstacle(),
                Optional.of(steps.centralFlow()),
                Optional.empty());
    }

    /** The same of an adaptive optimizer, whose central flow is another. */
    static <T extends CalculusFieldElement<T>> OdeResult ofAdaptive(
            Problem problem, Verification verification, OdeComparer<T> comparer, AdaptiveFlowResult flow) {
        Optional<String> obstacle =
                verification.constants().isEmpty() ? Optional.of(verification.description()) : comparer.obstacle();
        return new OdeResult(
                problem,
                verification,
                obstacle.isPresent() ? Optional.empty() : Optional.of(comparer.comparison()),
                obstacle,
                Optional.empty(),
                Optional.of(flow));
    }

    /** A run of several unstable eigenvalues, of which there is the central flow alone. */
    static OdeResult ofSeveral(Problem problem, Verification verification, Optional<CentralFlowResult> flow) {
        return new OdeResult(
                problem,
                verification,
                Optional.empty(),
                Optional.of(
                        "the reduced equation (15) is that of one unstable eigenvalue; of several there is the central flow (40), where"
                                + " sigma^2 is tr Sigma, x^2 is |X|^2 and delta^2 the trace of (38) at dagger_t"),
                flow,
                Optional.empty());
    }

    /** Whether the whole run up to its horizon was compared. */
    public boolean isComplete() {
        boolean isFlowComplete = adaptiveFlow
                .map(flow -> flow.run().end().isComplete())
                .orElseGet(() -> centralFlow
                        .filter(flow -> flow.run().end().isComplete())
                        .isPresent());
        return isFlowComplete
                && verification.end().isComplete()
                && (comparison.isPresent() || verification.unstable().isPresent());
    }
}
