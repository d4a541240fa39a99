package org.selfstab.dynamics.reduced;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/**
 * The central flow at a whole step.
 *
 * @param t the step, from 0
 * @param theta the flow's point, of dimension n
 * @param loss {@code L(theta)}
 * @param sharpness {@code S(theta)}
 * @param sigmaSquared the oscillation's variance along u, theory.md (22); 0 below the edge
 * @param averagedLoss the time-averaged loss {@code L(theta) + sigma^2/eta}, theory.md (23)
 */
public record CentralFlowSample(
        int t, FieldVector<Binary64> theta, double loss, double sharpness, double sigmaSquared, double averagedLoss) {}
