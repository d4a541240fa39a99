package org.selfstab.certify.region;

import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.BoxQuantity;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.MatrixBounds;
import org.selfstab.certify.enclosure.PlanarEigenpair;
import org.selfstab.certify.enclosure.TopEigenpair;
import org.selfstab.geometry.EigenpairGeometry;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;

/**
 * The quantities of theory.md section 1 that do not depend on the sign of u, at all points of a box; each undefined where it could not
 * be shown to be defined at all of them.
 *
 * @param sharpness {@code S = lambda_1}
 * @param secondEigenvalue {@code lambda_2}, in one dimension below every double
 * @param alpha formula (3)
 * @param beta formula (4)
 * @param gamma formula (7)
 * @param <T> the intervals
 */
record BoxGeometry<T extends CalculusFieldElement<T>>(T sharpness, T secondEigenvalue, T alpha, T beta, T gamma) {

    private static final Interval BELOW_ALL = new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE);

    /** Contains a quantity, with no more of the geometry than it needs. */
    static <T extends CalculusFieldElement<T>> T of(
            BoxQuantity quantity, LossAtPoint<T> local, Supplier<BoxGeometry<T>> geometry, T eta) {
        return switch (quantity) {
            case ALPHA -> geometry.get().alpha();
            case BETA -> geometry.get().beta();
            case GAMMA -> geometry.get().gamma();
            case SHARPNESS -> geometry.get().sharpness();
            case ETA_SHARPNESS -> eta.multiply(geometry.get().sharpness());
            case ETA_LAMBDA_2 -> eta.multiply(geometry.get().secondEigenvalue());
            case VALUE -> local.value();
        };
    }

    /** The geometry of a loss over a box of n variables. */
    static BoxGeometry<Interval> over(LossAtPoint<Interval> local) {
        return switch (local.point().getDimension()) {
            case 1 -> onLine(local);
            case 2 -> inPlane(local);
            default -> inSpace(local);
        };
    }

    /** In one dimension nothing is orthogonal to u: {@code gradS_perp}, alpha and beta are zero, and gamma is their undefined ratio. */
    private static BoxGeometry<Interval> onLine(LossAtPoint<Interval> local) {
        Interval zero = local.third(Boxes.at(1.0))
                .getEntry(0, 0)
                .multiply(local.gradient().getEntry(0))
                .multiply(0.0);
        return new BoxGeometry<>(local.hessian().getEntry(0, 0), BELOW_ALL, zero, zero, Interval.undefined());
    }

    /**
     * In two dimensions by closed forms: with w orthogonal to u, {@code gradS_perp = m w} for {@code m = D3L(u, u, w)}, so that {@code
     * alpha = -m (grad L . w)}, {@code beta = m^2}.
     */
    private static BoxGeometry<Interval> inPlane(LossAtPoint<Interval> local) {
        PlanarEigenpair pair = PlanarEigenpair.of(local.hessian());
        FieldVector<Interval> u = pair.u();
        FieldVector<Interval> w = Boxes.zero(2);
        w.setEntry(0, u.getEntry(1).negate());
        w.setEntry(1, u.getEntry(0));
        Interval m = local.third(u).operate(u).dotProduct(w);
        Interval along = local.gradient().dotProduct(u);
        Interval across = local.gradient().dotProduct(w);
        return new BoxGeometry<>(
                pair.sharpness(),
                pair.secondEigenvalue(),
                m.multiply(across).negate(),
                m.square(),
                gamma(m, cosine(across, along)));
    }

    private static Interval gamma(Interval m, Interval cosine) {
        if (m.contains(0.0)) {
            return Interval.undefined();
        }
        return m.isAbove(0.0) ? cosine.negate() : cosine;
    }

    /** {@code a / sqrt(a^2 + b^2)}. */
    private static Interval cosine(Interval a, Interval b) {
        if (!a.contains(0.0)) {
            Interval one = Interval.of(a.isAbove(0.0) ? 1.0 : -1.0);
            return one.divide(b.divide(a).square().add(1.0).sqrt());
        }
        Interval ratio = a.divide(a.hypot(b));
        return ratio.isDefined() ? ratio.intersection(new Interval(-1.0, 1.0)) : ratio;
    }

    private static BoxGeometry<Interval> inSpace(LossAtPoint<Interval> local) {
        FieldMatrix<Interval> hessian = local.hessian();
        double[] anyDirection = new double[hessian.getRowDimension()];
        return TopEigenpair.of(hessian, anyDirection)
                .map(pair -> of(
                        local,
                        pair.u(),
                        pair.sharpness(),
                        new Interval(MatrixBounds.secondEigenvalueAtLeast(hessian), pair.secondEigenvalue())))
                .orElseGet(() -> withoutEigenvector(hessian));
    }

    /**
     * The geometry where unit top eigenvectors are enclosed.
     *
     * @param local the loss over the box
     * @param u contains them
     * @param sharpness contains the sharpness
     * @param secondEigenvalue contains {@code lambda_2}
     */
    static <T extends CalculusFieldElement<T>> BoxGeometry<T> of(
            LossAtPoint<T> local, FieldVector<T> u, T sharpness, T secondEigenvalue) {
        EigenpairGeometry<T> geometry = EigenpairGeometry.of(local, u, sharpness);
        return new BoxGeometry<>(sharpness, secondEigenvalue, geometry.alpha(), geometry.beta(), geometry.gamma());
    }

    /** Where the top eigenvalue may be multiple. */
    private static BoxGeometry<Interval> withoutEigenvector(FieldMatrix<Interval> hessian) {
        Interval undefined = Interval.undefined();
        return MatrixBounds.topDirection(hessian)
                .map(u -> new BoxGeometry<>(
                        MatrixBounds.topEigenvalues(hessian, u),
                        MatrixBounds.secondEigenvalues(hessian, u),
                        undefined,
                        undefined,
                        undefined))
                .orElse(new BoxGeometry<>(undefined, undefined, undefined, undefined, undefined));
    }
}
