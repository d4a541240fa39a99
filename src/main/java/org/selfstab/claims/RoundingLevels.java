package org.selfstab.claims;

/**
 * Errors below these are rounding: a unit in the last place, for each step, of what they are differences of, since rounding adds up over a
 * run; of short runs some hundred (1e-13 of it in double precision). Where a step moves a coordinate by a few units, its rounding is the same
 * at each of them.
 *
 * @param point of a deviation of points, in the unit of theta
 * @param loss of a difference of losses, in the unit of the loss
 * @param sharpness of a difference of sharpnesses
 */
public record RoundingLevels(double point, double loss, double sharpness) {

    private static final int FEWEST_UNITS = 512;

    static RoundingLevels of(double ulp, int steps, double point, double loss, double sharpness) {
        double relative = Math.max(FEWEST_UNITS, steps) * ulp;
        return new RoundingLevels(relative * point, relative * loss, relative * sharpness);
    }
}
