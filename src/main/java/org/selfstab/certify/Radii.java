package org.selfstab.certify;

/**
 * How far exact points are at most from the numeric ones of a run, in the Euclidean norm, over all steps.
 *
 * @param iterate of {@code theta_t}
 * @param constrained of {@code dagger_t}
 * @param predicted of {@code v*_t}
 * @param uniqueness within this distance of the numeric {@code dagger_t}, in each coordinate, its equations have no other solution
 */
public record Radii(double iterate, double constrained, double predicted, double uniqueness) {}
