package org.selfstab.geometry;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;

/**
 * What of theory.md section 1 needs no more of the Hessian's spectrum than its top eigenpair: formulas (1) and (3) to (7). Over intervals it
 * encloses the quantities at all points of a box.
 *
 * <p>Units: with [L] the loss's unit and [theta] the parameter's, {@code S ~ L/theta^2}, {@code alpha ~ L^2/theta^4},
 * {@code beta ~ L^2/theta^6}, {@code delta ~ theta}; {@code epsilon} and {@code gamma} are dimensionless.
 *
 * @param <T> the field's elements
 */
public class EigenpairGeometry<T extends CalculusFieldElement<T>> {

    private final LossAtPoint<T> loss;
    private final FieldVector<T> u;
    private final T sharpness;
    private FieldMatrix<T> thirdAlongU;
    private final FieldVector<T> gradS;
    private final T kappa3;
    private final FieldVector<T> gradSPerp;
    private final T alpha;
    private final T beta;
    /** What several observers of a run ask for, computed once. */
    private T pointNorm;

    private T gradientNorm;
    private T gradSNorm;
    private T deltaSquared;
    private T gamma;
    private FieldVector<T> gradientOffU;

    EigenpairGeometry(LossAtPoint<T> loss, FieldVector<T> u, T sharpness, FieldMatrix<T> thirdAlongU) {
        this(loss, u, sharpness, thirdAlongU.operate(u));
        this.thirdAlongU = thirdAlongU;
    }

    /** Where grad S is known, and {@code D3L(u, ., .)} is not needed as a matrix. */
    EigenpairGeometry(LossAtPoint<T> loss, FieldVector<T> u, T sharpness, FieldVector<T> gradS) {
        this.loss = loss;
        this.u = u;
        this.sharpness = sharpness;
        this.gradS = gradS;
        this.kappa3 = gradS.dotProduct(u);
        this.gradSPerp = FieldVectors.plus(gradS, kappa3.negate(), u);
        // Not negate(): at a minimiser that would give -0.
        this.alpha = kappa3.getField().getZero().subtract(loss.gradient().dotProduct(gradSPerp));
        this.beta = Norm.squared(gradSPerp);
    }

    /**
     * The geometry where the eigenpair is known.
     *
     * @param u the unit top eigenvector, of dimension n; over a box, containing those of its points
     * @param sharpness the top eigenvalue; over a box, containing those of its points
     */
    public static <T extends CalculusFieldElement<T>> EigenpairGeometry<T> of(
            LossAtPoint<T> loss, FieldVector<T> u, T sharpness) {
        return new EigenpairGeometry<>(loss, u, sharpness, loss.third(u));
    }

    /** The loss and its derivatives at the point. */
    public final LossAtPoint<T> atPoint() {
        return loss;
    }

    /** The point theta, of dimension n. */
    public final FieldVector<T> point() {
        return loss.point();
    }

    /** {@code |theta|}. */
    public final T pointNorm() {
        if (pointNorm == null) {
            pointNorm = Norm.of(point());
        }
        return pointNorm;
    }

    /** {@code L(theta)}. */
    public final T loss() {
        return loss.value();
    }

    /** {@code grad L}, of dimension n. */
    public final FieldVector<T> gradient() {
        return loss.gradient();
    }

    /** {@code |grad L|}. */
    public final T gradientNorm() {
        if (gradientNorm == null) {
            gradientNorm = Norm.of(gradient());
        }
        return gradientNorm;
    }

    /** {@code P grad L}, orthogonal to u. */
    public final FieldVector<T> gradientOffU() {
        if (gradientOffU == null) {
            gradientOffU = orthogonalToU(gradient());
        }
        return gradientOffU;
    }

    /** The Hessian H, n by n; where only its products with vectors count, {@link #hessian(FieldVector)} does without. */
    public final FieldMatrix<T> hessian() {
        return loss.hessian();
    }

    /** The sharpness {@code S = lambda_1}. */
    public final T sharpness() {
        return sharpness;
    }

    /** The unit top eigenvector u. */
    public final FieldVector<T> u() {
        return u;
    }

    /** The vector {@code H v}. */
    public final FieldVector<T> hessian(FieldVector<T> v) {
        return loss.hessian(v);
    }

    /** The matrix {@code D3L(u, ., .)}, n by n. */
    public final FieldMatrix<T> thirdAlongU() {
        if (thirdAlongU == null) {
            thirdAlongU = loss.third(u);
        }
        return thirdAlongU;
    }

    /** {@code grad S = D3L(u, u)}, theory.md (1). */
    public final FieldVector<T> gradS() {
        return gradS;
    }

    /** {@code |grad S|}. */
    public final T gradSNorm() {
        if (gradSNorm == null) {
            gradSNorm = Norm.of(gradS);
        }
        return gradSNorm;
    }

    /** {@code P grad S}, orthogonal to u. */
    public final FieldVector<T> gradSPerp() {
        return gradSPerp;
    }

    /** {@code kappa_3 = D3L(u, u, u)}, the skewness along u. */
    public final T kappa3() {
        return kappa3;
    }

    /** What else moves the sharpness; nothing for linear optimizers. */
    Optional<Feedback<T>> feedback() {
        return Optional.empty();
    }

    /** The progressive-sharpening rate alpha, theory.md (3); with {@link Feedback} A of (53). */
    public final T alpha() {
        Optional<Feedback<T>> more = feedback();
        return more.isEmpty() ? alpha : alpha.add(more.get().alpha());
    }

    /** The strength of self-stabilization beta, theory.md (4); with {@link Feedback} B of (53). */
    public final T beta() {
        Optional<Feedback<T>> more = feedback();
        return more.isEmpty() ? beta : beta.add(more.get().beta());
    }

    /** {@code delta^2 = 2 alpha / beta}; not positive where delta is not defined. */
    public final T deltaSquared() {
        if (deltaSquared == null) {
            Optional<Feedback<T>> more = feedback();
            deltaSquared = more.isEmpty()
                    ? alpha.multiply(2.0).divide(beta)
                    : more.get().variance();
        }
        return deltaSquared;
    }

    /** The size delta of the oscillation along u, theory.md (5); not a number where it is not defined. */
    public final T delta() {
        return deltaSquared().sqrt();
    }

    /**
     * The small parameter {@code epsilon = sqrt(a b alpha)}, for gradient descent {@code eta sqrt(alpha)}, theory.md (6) and (32); dimensionless.
     *
     * @param rate {@code sqrt(a b)}, of the unit of the inverse sharpness
     */
    public final T epsilon(T rate) {
        return rate.multiply(alpha().sqrt());
    }

    /** The alignment gamma of {@code -grad L} and {@code gradS_perp}, theory.md (7); at most 1, dimensionless. */
    public final T gamma() {
        if (gamma == null) {
            T most = gradientNorm().multiply(beta.sqrt());
            Optional<Feedback<T>> more = feedback();
            gamma = alpha().divide(more.isEmpty() ? most : most.add(more.get().magnitude()));
        }
        return gamma;
    }

    /** {@code P v = v - u (u . v)}. */
    public final FieldVector<T> orthogonalToU(FieldVector<T> v) {
        return FieldVectors.off(u, v);
    }

    /** The matrix {@code P = I - u u'}, n by n. */
    public final FieldMatrix<T> projector() {
        return MatrixUtils.createFieldIdentityMatrix(u.getField(), u.getDimension())
                .subtract(u.outerProduct(u));
    }
}
