package org.selfstab.claims.reduced;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.run.RunEnd;

/**
 * The steps of a run beside the reduced equation and the central flow.
 *
 * @param comparison with the reduced equation; empty if X or Y is undefined at some step
 * @param obstacle why there is no comparison; empty if there is one
 * @param centralFlow the central flow, with the iterates averaged over one period
 */
public record OdePeriods(Optional<OdeComparison> comparison, Optional<String> obstacle, CentralFlowResult centralFlow) {

    /**
     * What observers of a run tell.
     *
     * @param end why the run ended; if it did before its horizon, the flow is followed for one step more, in which it may find the same reason
     * @throws IllegalStateException if they saw no step
     */
    static <T extends CalculusFieldElement<T>> OdePeriods of(
            OdeComparer<T> comparer, CentralFlowComparison<T> flow, RunEnd end) {
        Optional<String> obstacle = comparer.obstacle();
        Optional<OdeComparison> comparison =
                obstacle.isPresent() ? Optional.empty() : Optional.of(comparer.comparison());
        int window = CentralFlowComparison.windowOfPeriod(
                comparison.map(OdeComparison::period).orElse(0.0));
        int steps = end.isComplete() ? flow.lastStep() : flow.lastStep() + 1;
        return new OdePeriods(comparison, obstacle, flow.result(steps, window));
    }
}
