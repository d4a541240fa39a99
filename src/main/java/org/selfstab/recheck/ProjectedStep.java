package org.selfstab.recheck;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/**
 * A step of projected gradient descent on the stable set linearised at a verified {@code dagger_t}, the w nearest to {@code -eta grad L} with
 * {@code u . w = 0} and {@code S + gradS_perp . w <= 2/eta} (theory.md (28)), against what the constrained trajectory does.
 *
 * @param decimals the arithmetic
 * @param here the step t
 * @param w that step, of dimension n
 */
record ProjectedStep(Decimals decimals, CheckedStep here, FieldVector<DecimalInterval> w) {

    /** In two variables the edge is a point and nothing moves along it. */
    static final int FEWEST_VARIABLES = 3;

    /** The gradient itself is orthogonal to u, as {@code dagger_t} solves {@code grad L . u = 0}; what would go over the edge is cut off. */
    static ProjectedStep from(Decimals decimals, CheckedStep here, DecimalInterval eta) {
        DecimalGeometry geometry = here.geometry();
        DecimalInterval zero = decimals.field().getZero();
        FieldVector<DecimalInterval> free = geometry.local().gradient().mapMultiply(eta.negate());
        DecimalInterval room = decimals.field()
                .of(2)
                .divide(eta)
                .subtract(geometry.sharpness())
                .max(zero);
        DecimalInterval excess = eta.multiply(geometry.alpha()).subtract(room).max(zero);
        return new ProjectedStep(
                decimals, here, free.subtract(geometry.across().mapMultiply(excess.divide(geometry.beta()))));
    }

    /** {@code |dagger_{t+1} - dagger_t - w|}. */
    DecimalInterval distance(CheckedStep next) {
        DecimalInterval ofCentres =
                decimals.norm(next.dagger().subtract(here.dagger()).subtract(w));
        DecimalInterval radii =
                decimals.field().of(here.daggerRadius()).add(decimals.field().of(next.daggerRadius()));
        return ofCentres.add(radii.symmetricHull()).max(decimals.field().getZero());
    }

    /** What {@code L(dagger_t) - L(dagger_{t+1})} lacks of {@code |w|^2/eta}, in units of it; the whole line where w may be 0. */
    DecimalInterval shortfall(CheckedStep next, DecimalInterval eta) {
        DecimalInterval asserted = w.dotProduct(w).divide(eta);
        if (!asserted.isPositive()) {
            return decimals.field().entire();
        }
        DecimalInterval fall =
                here.geometry().local().value().subtract(next.geometry().local().value());
        return decimals.field().of(1).subtract(fall.divide(asserted));
    }
}
