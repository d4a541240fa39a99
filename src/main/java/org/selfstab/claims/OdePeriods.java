package org.selfstab.claims;

import java.util.Optional;

/**
 * The steps of a run beside the reduced equation and the central flow.
 *
 * @param comparison with the reduced equation; empty if X or Y is undefined at some step
 * @param obstacle why there is no comparison; empty if there is one
 * @param centralFlow the central flow, with the iterates averaged over one period
 */
public record OdePeriods(
        Optional<OdeComparison> comparison, Optional<String> obstacle, CentralFlowResult centralFlow) {}
