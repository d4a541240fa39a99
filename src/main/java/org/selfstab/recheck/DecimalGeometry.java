package org.selfstab.recheck;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * The quantities of theory.md section 1 at all points of a box.
 *
 * @param local the loss there
 * @param u contains the unit top eigenvectors, of dimension n
 * @param sharpness contains S
 * @param gradS {@code D3L(u, u)}, of dimension n
 * @param kappa3 {@code grad S . u}
 * @param across {@code gradS_perp}, of dimension n
 * @param alpha formula (3)
 * @param beta formula (4)
 */
record DecimalGeometry(
        LossEnclosure local,
        FieldVector<DecimalInterval> u,
        DecimalInterval sharpness,
        FieldVector<DecimalInterval> gradS,
        DecimalInterval kappa3,
        FieldVector<DecimalInterval> across,
        DecimalInterval alpha,
        DecimalInterval beta) {

    static DecimalGeometry of(LossEnclosure local, FieldVector<DecimalInterval> u, DecimalInterval sharpness) {
        FieldVector<DecimalInterval> gradS = local.third(u).operate(u);
        DecimalInterval kappa3 = gradS.dotProduct(u);
        FieldVector<DecimalInterval> across = gradS.subtract(u.mapMultiply(kappa3));
        DecimalInterval alpha = local.gradient().dotProduct(across).negate();
        return new DecimalGeometry(local, u, sharpness, gradS, kappa3, across, alpha, Decimals.squareSum(across));
    }

    /** {@code delta^2 = 2 alpha/beta}. */
    DecimalInterval deltaSquared() {
        return alpha.multiply(2).divide(beta);
    }

    /** {@code gamma}, formula (7). */
    DecimalInterval gamma(Decimals decimals) {
        return alpha.divide(decimals.norm(local.gradient()).multiply(decimals.norm(across)));
    }

    /** {@code P v}. */
    FieldVector<DecimalInterval> off(FieldVector<DecimalInterval> v) {
        return v.subtract(u.mapMultiply(u.dotProduct(v)));
    }

    /** P, n by n. */
    FieldMatrix<DecimalInterval> projector(Decimals decimals) {
        return decimals.identity(u.getDimension()).subtract(u.outerProduct(u));
    }
}
