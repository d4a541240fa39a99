package org.selfstab.certify.trajectory;

import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.TubeNorms;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MeanValueForm;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.certify.enclosure.TensorNorms;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;

/** Bounds over all points within a radius of the constrained trajectory's points. */
final class Tube {

    private final Loss<Interval> loss;
    private final Interval eta;
    private final double radius;
    private final LargestEnclosure minusAlpha = new LargestEnclosure();
    private final LargestEnclosure minusGamma = new LargestEnclosure();
    private final LargestEnclosure secondEigenvalue = new LargestEnclosure();
    private final LargestEnclosure thirdNorm = new LargestEnclosure();
    private final LargestEnclosure fourthNorm = new LargestEnclosure();
    private Optional<Integer> undefinedAt = Optional.empty();

    /**
     * A tube.
     *
     * @param radius the distance, in each coordinate, from {@code dagger_t}
     */
    Tube(Loss<Interval> loss, Interval eta, double radius) {
        this.loss = loss;
        this.eta = eta;
        this.radius = radius;
    }

    /**
     * Takes in the points round one step.
     *
     * @return their top eigenpair, if it could be proved to be simple
     */
    Optional<TopEigenpair> include(StepEnclosures step) {
        FieldVector<Interval> box = Boxes.around(
                step.dagger().centre(), RoundUp.add(radius, step.dagger().radius()));
        LossAtPoint<Interval> local = new MeanValueForm(loss, box);
        TensorNorms norms = new TensorNorms(local);
        thirdNorm.include(upTo(norms.third()), step);
        fourthNorm.include(upTo(norms.fourth()), step);
        Optional<TopEigenpair> pair =
                TopEigenpair.of(local.hessian(), Boxes.numbers(step.geometry().u()));
        if (pair.isEmpty()) {
            undefinedAt = undefinedAt.or(() -> Optional.of(step.t()));
            return pair;
        }
        EigenpairGeometry<Interval> geometry =
                EigenpairGeometry.of(local, pair.get().u(), pair.get().sharpness());
        minusAlpha.include(geometry.alpha().negate(), step);
        minusGamma.include(geometry.gamma().negate(), step);
        secondEigenvalue.include(
                eta.multiply(new Interval(
                        Double.NEGATIVE_INFINITY,
                        Math.max(-Double.MAX_VALUE, pair.get().secondEigenvalue()))),
                step);
        return pair;
    }

    private static Interval upTo(double bound) {
        return new Interval(0.0, bound);
    }

    /** The distance, in each coordinate, from {@code dagger_t}. */
    double radius() {
        return radius;
    }

    /** The first step round which no simple top eigenvalue could be proved; what follows then bounds nothing. */
    Optional<Integer> undefinedAt() {
        return undefinedAt;
    }

    /** {@code min alpha}. */
    EnclosedExtreme alpha() {
        return minusAlpha.get().negated();
    }

    /** {@code min gamma}. */
    EnclosedExtreme gamma() {
        return minusGamma.get().negated();
    }

    /** {@code max eta lambda_2}. */
    EnclosedExtreme secondEigenvalue() {
        return secondEigenvalue.get();
    }

    /** The radius and the bounds on rho_3 and rho_4. */
    TubeNorms norms() {
        return new TubeNorms(
                radius,
                thirdNorm.get().value().upper(),
                fourthNorm.get().value().upper());
    }

    /** {@code rho_3}. */
    EnclosedExtreme thirdNorm() {
        return thirdNorm.get();
    }

    /** {@code rho_4}. */
    EnclosedExtreme fourthNorm() {
        return fourthNorm.get();
    }
}
