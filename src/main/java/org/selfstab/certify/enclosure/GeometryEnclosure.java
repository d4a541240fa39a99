package org.selfstab.certify.enclosure;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
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
 * @param <T> the intervals
 */
public record GeometryEnclosure<T extends CalculusFieldElement<T>>(
        T loss,
        FieldVector<T> gradient,
        FieldMatrix<T> hessian,
        FieldVector<T> u,
        T sharpness,
        FieldVector<T> gradS,
        T kappa3,
        FieldVector<T> gradSPerp,
        T alpha,
        T beta) {

    /**
     * The geometry over a box.
     *
     * @param local the loss over the box
     * @param u contains the points' top eigenvectors, of dimension n
     * @param sharpness contains their sharpness
     */
    public static <T extends CalculusFieldElement<T>> GeometryEnclosure<T> over(
            LossAtPoint<T> local, FieldVector<T> u, T sharpness) {
        FieldVector<T> gradS = local.third(u).operate(u);
        T kappa3 = gradS.dotProduct(u);
        FieldVector<T> gradSPerp = gradS.subtract(u.mapMultiply(kappa3));
        return new GeometryEnclosure<>(
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
    public T deltaSquared() {
        return alpha.multiply(2.0).divide(beta);
    }

    /** {@code delta}, formula (5). */
    public T delta() {
        return deltaSquared().sqrt();
    }

    /** {@code epsilon}, formula (6). */
    public T epsilon(T eta) {
        return eta.multiply(alpha.sqrt());
    }

    /** {@code gamma}, formula (7). */
    public T gamma() {
        return alpha.divide(Boxes.norm(gradient).multiply(Boxes.norm(gradSPerp)));
    }

    /** {@code P v}. */
    public FieldVector<T> offUnstableDirection(FieldVector<T> v) {
        return v.subtract(u.mapMultiply(u.dotProduct(v)));
    }

    /** The matrix P, n by n. */
    public FieldMatrix<T> projector() {
        return MatrixUtils.createFieldIdentityMatrix(u.getField(), u.getDimension())
                .subtract(u.outerProduct(u));
    }
}
