package org.selfstab.recheck;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * What was verified of one step.
 *
 * @param t the step
 * @param state contains the optimizer's state
 * @param iterate contains {@code theta_t}
 * @param iterateLoss contains its loss
 * @param iterateSharpness contains its sharpness
 * @param dagger the centre for {@code dagger_t}
 * @param daggerRadius {@code dagger_t} is no farther from it
 * @param memory contains how far the copies of the constrained optimizer stand from {@code dagger_t}; empty of one copy
 * @param nearest whether it is shown to be the nearest point of the whole stable set
 * @param uniqueness the equations of {@code dagger_t} have no other solution within this distance in each unknown
 * @param geometry the geometry at {@code dagger_t}
 * @param secondAtLeast a lower bound on {@code lambda_2} there
 * @param secondAtMost an upper bound on {@code lambda_2} there
 * @param fourth contains {@code |D4L(v,v,v,v)|/|v|^4} there, of the stated v
 * @param predictedState contains the predicted displacements of all copies
 * @param predicted contains {@code v*_t}
 * @param tube what was verified in the tube round it
 */
record CheckedStep(
        int t,
        SetInclusion state,
        EnclosedOptimizer.Points iterate,
        DecimalInterval iterateLoss,
        DecimalInterval iterateSharpness,
        FieldVector<DecimalInterval> dagger,
        double daggerRadius,
        Optional<SetInclusion> memory,
        boolean nearest,
        double uniqueness,
        DecimalGeometry geometry,
        Optional<Double> secondAtLeast,
        Optional<Double> secondAtMost,
        DecimalInterval fourth,
        SetInclusion predictedState,
        EnclosedOptimizer.Points predicted,
        Optional<CheckedTube> tube)
        implements StateChecker.Verified {

    /**
     * The tube round one step.
     *
     * @param thirdNorm no operator norm of {@code D3L} is larger
     * @param fourthNorm no operator norm of {@code D4L} is larger
     * @param geometry the geometry there; empty if no simple top eigenvalue was proved
     * @param secondAtMost an upper bound on {@code lambda_2} there
     */
    record CheckedTube(
            DecimalInterval thirdNorm,
            DecimalInterval fourthNorm,
            Optional<DecimalGeometry> geometry,
            Optional<Double> secondAtMost) {}

    /** {@code x*_t}. */
    DecimalInterval x() {
        return geometry.u().dotProduct(predicted.box());
    }

    /** {@code y*_t}. */
    DecimalInterval y() {
        return geometry.across().dotProduct(predicted.box());
    }

    /** The error of (25), with {@code 2/S_c} for eta. */
    DecimalInterval lossError(DecimalInterval eta) {
        return iterateLoss
                .subtract(geometry.local().value())
                .subtract(x().square().divide(eta))
                .abs();
    }

    /** The error of (26). */
    DecimalInterval sharpnessError() {
        return iterateSharpness
                .subtract(geometry.sharpness())
                .subtract(y())
                .subtract(geometry.kappa3().multiply(x()))
                .abs();
    }
}
