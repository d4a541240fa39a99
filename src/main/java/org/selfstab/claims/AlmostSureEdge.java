package org.selfstab.claims;

import java.util.Optional;

/**
 * The step size above which an optimizer's linearization about a critical point grows almost surely: there the top Lyapunov exponent of the random product is 0,
 * theory.md (61).
 *
 * @param stepSize that edge, eta_L
 * @param standardError of it; empty where it is exact
 */
public record AlmostSureEdge(double stepSize, Optional<Double> standardError) {}
