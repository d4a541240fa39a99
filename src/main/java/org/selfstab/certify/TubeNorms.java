package org.selfstab.certify;

/**
 * The tube round the constrained trajectory over which conditions are bounded, and bounds there.
 *
 * @param radius the distance from each {@code dagger_t}, in each coordinate
 * @param third rho_3 is at most this: the Frobenius norm of {@code D3L}
 * @param fourth rho_4 is at most this
 */
public record TubeNorms(double radius, double third, double fourth) {}
