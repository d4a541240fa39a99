package org.selfstab.claims;

/**
 * Errors below these are rounding: some hundred units in the last place of what they are differences of (1e-13 of it in double
 * precision), since rounding adds up over a run.
 *
 * @param point of a deviation of points, in the unit of theta
 * @param loss of a difference of losses, in the unit of the loss
 * @param sharpness of a difference of sharpnesses
 */
public record RoundingLevels(double point, double loss, double sharpness) {

    private static final double UNITS_IN_LAST_PLACE = 512;

    /**
     * A level at a late step. Where a step moves a coordinate by a few units in the last place, it is rounded alike at each of them: that adds
     * up to a unit for each step.
     */
    static double at(int step, double level) {
        return Math.max(1.0, step / UNITS_IN_LAST_PLACE) * level;
    }

    static RoundingLevels of(double ulp, double point, double loss, double sharpness) {
        double relative = UNITS_IN_LAST_PLACE * ulp;
        return new RoundingLevels(relative * point, relative * loss, relative * sharpness);
    }
}
