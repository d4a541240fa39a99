package org.selfstab.certify;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;

/**
 * The quantities of theory.md section 1 at all points of a box, whose top eigenvectors are enclosed.
 *
 * @param loss {@code L}
 * @param gradient {@code grad L}, of dimension n
 * @param hessian H, n by n
 * @param u the unit top eigenvector, of dimension n
 * @param sharpness S
 * @param gradS {@code grad S}, formula (1)
 * @param kappa3 {@code kappa_3}
 * @param gradSPerp {@code P grad S}
 * @param alpha formula (3)
 * @param beta formula (4)
 */
record GeometryEnclosure(
        Interval loss,
        FieldVector<Interval> gradient,
        FieldMatrix<Interval> hessian,
        FieldVector<Interval> u,
        Interval sharpness,
        FieldVector<Interval> gradS,
        Interval kappa3,
        FieldVector<Interval> gradSPerp,
        Interval alpha,
        Interval beta) {

    /**
     * The geometry over a box.
     *
     * @param local the loss over the box
     * @param u contains the points' top eigenvectors, of dimension n
     * @param sharpness contains their sharpness
     */
    static GeometryEnclosure over(LossAtPoint<Interval> local, FieldVector<Interval> u, Interval sharpness) {
        FieldVector<Interval> gradS = local.third(u).operate(u);
        Interval kappa3 = gradS.dotProduct(u);
        FieldVector<Interval> gradSPerp = gradS.subtract(u.mapMultiply(kappa3));
        return new GeometryEnclosure(
                local.value(),
                local.gradient(),
                local.hessian(),
                u,
                sharpness,
                gradS,
                kappa3,
                gradSPerp,
                local.gradient().dotProduct(gradSPerp).negate(),
                Boxes.squareSum(gradSPerp));
    }

    /** {@code delta^2 = 2 alpha / beta}. */
    Interval deltaSquared() {
        return alpha.multiply(2.0).divide(beta);
    }

    /** {@code delta}, formula (5). */
    Interval delta() {
        return deltaSquared().sqrt();
    }

    /** {@code epsilon}, formula (6). */
    Interval epsilon(Interval eta) {
        return eta.multiply(alpha.sqrt());
    }

    /** {@code gamma}, formula (7). */
    Interval gamma() {
        return alpha.divide(Boxes.norm(gradient).multiply(Boxes.norm(gradSPerp)));
    }

    /** {@code P v}. */
    FieldVector<Interval> offUnstableDirection(FieldVector<Interval> v) {
        return v.subtract(u.mapMultiply(u.dotProduct(v)));
    }

    /** The matrix P, n by n. */
    FieldMatrix<Interval> projector() {
        return Boxes.identity(u.getDimension()).subtract(u.outerProduct(u));
    }
}
