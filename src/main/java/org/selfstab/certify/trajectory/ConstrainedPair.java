package org.selfstab.certify.trajectory;

import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.RoundUp;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * Two neighbouring points of the constrained trajectory beside a step of projected gradient descent, theory.md (27a) and (27b).
 *
 * @param here the step t
 * @param next the step t + 1
 * @param eta contains the step size
 * @param edge contains the edge of stability
 */
record ConstrainedPair(StepEnclosures here, StepEnclosures next, Interval eta, Interval edge) {

    /** In two variables the boundary of the stable set is a point, along which nothing moves: there is nothing to compare. */
    static final int FEWEST_VARIABLES = 3;

    /** {@code |dagger_{t+1} - dagger_t + eta Pi_t grad L_t|}. */
    Interval distance() {
        FieldVector<Interval> ofCentres = next.dagger()
                .centre()
                .subtract(here.dagger().centre())
                .add(projectedGradient().mapMultiply(eta));
        double radius = RoundUp.add(here.dagger().radius(), next.dagger().radius());
        Interval around = Interval.around(Norm.of(ofCentres), radius);
        return notNegative(around);
    }

    /** {@code 1 - (L(dagger_t) - L(dagger_{t+1})) / (eta |Pi_t grad L_t|^2)}; the whole line where {@code Pi_t grad L_t} may be zero. */
    Interval shortfall() {
        Interval asserted = eta.multiply(Norm.squared(projectedGradient()));
        if (!(asserted.lower() > 0)) {
            return Interval.entire();
        }
        Interval fall = here.geometry().loss().subtract(next.geometry().loss());
        return Interval.of(1.0).subtract(fall.divide(asserted));
    }

    /** {@code |grad L(dagger)|} at a step. */
    static Interval gradient(StepEnclosures step) {
        return Norm.of(step.geometry().gradient());
    }

    /**
     * {@code Pi_t grad L_t}, theory.md (28). The gradient has no part along u at a point of the stable set, whose sharpness is at most
     * {@code 2/eta}.
     */
    private FieldVector<Interval> projectedGradient() {
        EigenpairGeometry<Interval> geometry = here.geometry();
        Interval belowEdge = notNegative(edge.subtract(geometry.sharpness()));
        Interval sharpening = notNegative(geometry.alpha().subtract(belowEdge.divide(eta)));
        return geometry.gradient().add(geometry.gradSPerp().mapMultiply(sharpening.divide(geometry.beta())));
    }

    /** The larger of a number and 0. */
    static Interval notNegative(Interval number) {
        return new Interval(Math.max(0.0, number.lower()), Math.max(0.0, number.upper()));
    }
}
