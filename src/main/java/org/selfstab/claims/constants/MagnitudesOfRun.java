package org.selfstab.claims.constants;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.RoundingLevels;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.numeric.Norm;

/**
 * The largest magnitudes that a run's errors are differences of: they say which errors are no more than rounding.
 *
 * @param <T> the field's elements
 */
public final class MagnitudesOfRun<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private double point;
    private double loss;
    private double sharpness;

    @Override
    public void observe(CoupledStep<T> step) {
        point = Math.max(point, Norm.of(step.theta()).getReal());
        loss = Math.max(loss, step.loss().abs().getReal());
        sharpness = Math.max(sharpness, step.sharpness().abs().getReal());
    }

    /**
     * What an error within rounding can amount to.
     *
     * @param ulp the distance from 1 to the next number of the run's arithmetic
     */
    public RoundingLevels roundingLevels(double ulp) {
        return RoundingLevels.of(ulp, point, loss, sharpness);
    }
}
