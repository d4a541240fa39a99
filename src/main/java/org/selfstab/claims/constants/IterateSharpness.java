package org.selfstab.claims.constants;

import org.selfstab.numeric.Extremum;

/**
 * The sharpness of the exact iterates over a run, in units of 1/eta: 2 is the edge of stability. Dimensionless.
 *
 * @param first at t = 0
 * @param largest the largest, and its step
 * @param last at the last step
 * @param farFor at how many steps, up to the last, it is beyond {@link FarFromStableSet#FAR} without a break
 */
public record IterateSharpness(double first, Extremum largest, Extremum last, int farFor) {}
