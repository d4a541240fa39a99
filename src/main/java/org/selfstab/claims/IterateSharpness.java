package org.selfstab.claims;

/**
 * The sharpness of the exact iterates over a run, in units of 1/eta: 2 is the edge of stability. Dimensionless.
 *
 * @param first at t = 0
 * @param largest the largest, and its step
 * @param last at the last step
 */
public record IterateSharpness(double first, Extreme largest, Extreme last) {}
