package org.selfstab.claims;

import java.util.Map;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;

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
     * The level of what (24), (25) or (26) is about, at a step. Where a step moves a coordinate by a few units in the last place, it is rounded
     * alike at each of them: late in a long run that has added up to a unit for each step.
     */
    public double of(Claim conclusion, int step) {
        Double level = Map.of(
                        Claims.COUPLING,
                        point,
                        Claims.LOSS,
                        loss,
                        Claims.SHARPNESS,
                        sharpness,
                        Claims.SECOND_MOMENTS,
                        sharpness)
                .get(conclusion);
        if (level == null) {
            throw new IllegalArgumentException("no rounding level of " + conclusion.title());
        }
        return Math.max(1.0, step / UNITS_IN_LAST_PLACE) * level;
    }

    public static RoundingLevels of(double ulp, double point, double loss, double sharpness) {
        double relative = UNITS_IN_LAST_PLACE * ulp;
        return new RoundingLevels(relative * point, relative * loss, relative * sharpness);
    }
}
