package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.Feedback;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.MetricLoss;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.Eigensolver;

/**
 * What theory.md section 14 takes of a loss at a point with second moments, in the coordinates of the parameters: the top eigenpair of {@code P^{-1} H}, with {@code u'Pu = 1}, and how the
 * eigenvalue answers to the oscillation.
 *
 * @param <T> the field's elements
 */
public final class AdaptiveGeometry<T extends CalculusFieldElement<T>> {

    /** Relatively. */
    private static final double NEAR = 0.05;

    /** Of a cosine. */
    private static final double LOST = 0.5;

    private final AdaptiveMethod<T> method;
    private final FieldVector<T> theta;
    private final FieldVector<T> nu;
    private final FieldVector<T> root;
    private final LocalGeometry<T> inMetric;
    private final FieldVector<T> u;
    private final FieldVector<T> gradient;
    private final FieldVector<T> gradS;
    private FieldVector<T> gradientSquares;
    private FieldVector<T> curvatureSquares;

    private AdaptiveGeometry(
            AdaptiveMethod<T> method,
            FieldVector<T> theta,
            FieldVector<T> nu,
            FieldVector<T> root,
            LocalGeometry<T> inMetric) {
        this.method = method;
        this.theta = theta;
        this.nu = nu;
        this.root = root;
        this.inMetric = inMetric;
        this.u = inMetric.u().ebeDivide(root);
        this.gradient = inMetric.gradient().ebeMultiply(root);
        this.gradS = inMetric.gradS().ebeMultiply(root);
    }

    /**
     * The geometry at a point.
     *
     * @param theta of dimension n
     * @param nu the second moments, one of each group
     * @param sign of u, in the coordinates of the parameters
     * @throws UndefinedGeometryException if a derivative is not finite there, P is singular, or the top eigenvalue is not simple
     */
    public static <T extends CalculusFieldElement<T>> AdaptiveGeometry<T> at(
            AdaptiveMethod<T> method,
            Loss<T> loss,
            Eigensolver<T> eigensolver,
            FieldVector<T> theta,
            FieldVector<T> nu,
            SignConvention<T> sign) {
        FieldVector<T> root = requireRegular(method, nu);
        SignConvention<T> inMetric = eigenvector -> sign.isReversed(eigenvector.ebeDivide(root));
        LocalGeometry<T> local = new GeometryEvaluator<>(new MetricLoss<>(loss, root), eigensolver)
                .evaluate(theta.ebeMultiply(root), inMetric);
        return new AdaptiveGeometry<>(method, theta, nu, root, local);
    }

    /** {@code sqrt(P)}, which must have an inverse. */
    public static <T extends CalculusFieldElement<T>> FieldVector<T> requireRegular(
            AdaptiveMethod<T> method, FieldVector<T> nu) {
        FieldVector<T> root = method.root(nu);
        for (int m = 0; m < root.getDimension(); m++) {
            double weight = root.getEntry(m).getReal();
            if (!(weight > 0 && Double.isFinite(weight) && Double.isFinite(1 / weight))) {
                throw UndefinedGeometryException.singularMetric(m + 1);
            }
        }
        return root;
    }

    /** The point, of dimension n. */
    public FieldVector<T> theta() {
        return theta;
    }

    /** The second moments, one of each group. */
    public FieldVector<T> nu() {
        return nu;
    }

    /** The diagonal of {@code sqrt(P)}. */
    public FieldVector<T> root() {
        return root;
    }

    /** The largest eigenvalue of {@code P^{-1} H}. */
    public T lambda() {
        return inMetric.sharpness();
    }

    /** The second eigenvalue of {@code P^{-1} H}. */
    double secondEigenvalue() {
        return inMetric.secondEigenvalue().getReal();
    }

    /** Whether that is so near the edge that the top one may be another a step later. */
    boolean isNextNear() {
        return secondEigenvalue() >= method.edge().getReal() * (1 - NEAR);
    }

    /** Whether u is another direction than that of the point before. */
    boolean turnsFrom(AdaptiveGeometry<T> before) {
        return Math.abs(before.u.dotProduct(weighted(u)).getReal()) < LOST;
    }

    /** The top eigenvector, {@code u'Pu = 1}. */
    public FieldVector<T> u() {
        return u;
    }

    /** {@code grad L}. */
    public FieldVector<T> gradient() {
        return gradient;
    }

    /** {@code D3L(u, u, .)}. */
    public FieldVector<T> gradS() {
        return gradS;
    }

    /** {@code L}. */
    public T loss() {
        return inMetric.loss();
    }

    /** {@code H v}. */
    public FieldVector<T> hessian(FieldVector<T> v) {
        return inMetric.hessian(v.ebeMultiply(root)).ebeMultiply(root);
    }

    /** {@code D3L(u, v, .)}. */
    public FieldVector<T> thirdAlongU(FieldVector<T> v) {
        return inMetric.thirdAlongU().operate(v.ebeMultiply(root)).ebeMultiply(root);
    }

    /** {@code P v}. */
    public FieldVector<T> weighted(FieldVector<T> v) {
        return v.ebeMultiply(root).ebeMultiply(root);
    }

    /** {@code P^{-1} v}. */
    public FieldVector<T> preconditioned(FieldVector<T> v) {
        return v.ebeDivide(root).ebeDivide(root);
    }

    /** {@code u'Pv}. */
    public T alongU(FieldVector<T> v) {
        return u.dotProduct(weighted(v));
    }

    /** {@code sum over m of u_m^2 P_m d_{g(m)}/nu_{g(m)}}: twice what a change d of the second moments lowers the logarithm of lambda by. */
    public T loweredBy(FieldVector<T> change) {
        return method.products(u, weighted(u)).ebeDivide(nu).dotProduct(change);
    }

    /** How fast the eigenvalue rises without an oscillation, A of theory.md (53). */
    public T rise() {
        return riseOfMoments().subtract(gradient.dotProduct(preconditioned(gradS)));
    }

    /** What an oscillation of variance 2 lowers the eigenvalue by in a step, B of theory.md (53). */
    public T restoring() {
        return gradS.dotProduct(preconditioned(gradS)).add(restoringOfMoments());
    }

    /** {@code sigma^2 = 2 A/B}, theory.md (53), negative where the eigenvalue falls. */
    public T variance() {
        return rise().multiply(2.0).divide(restoring());
    }

    /** {@code h_g(grad L)}. */
    public FieldVector<T> gradientSquares() {
        if (gradientSquares == null) {
            gradientSquares = method.squares(gradient);
        }
        return gradientSquares;
    }

    /** {@code sum over m in g of (Hu)_m^2}. */
    public FieldVector<T> curvatureSquares() {
        if (curvatureSquares == null) {
            // At a top eigenvector H u = lambda P u.
            curvatureSquares = method.squares(weighted(u)).mapMultiply(lambda().multiply(lambda()));
        }
        return curvatureSquares;
    }

    /** {@code w_g = sum over m in g of u_m^2/(eta sqrt(nu_g))}, times {@code lambda/2}, which is 1 at the edge of RMSProp. */
    private FieldVector<T> weights() {
        T half = method.edge().multiply(0.5);
        return method.products(u, weighted(u)).ebeDivide(nu).mapMultiply(half);
    }

    private T riseOfMoments() {
        return weights().dotProduct(nu.subtract(gradientSquares())).multiply(method.rho());
    }

    private T restoringOfMoments() {
        return weights().dotProduct(curvatureSquares()).multiply(method.rho()).multiply(2.0);
    }

    /**
     * The same in the coordinates {@code sqrt(P) theta}, in which everything of sections 1 to 7 is as for gradient descent with step size 1.
     *
     * @param variance {@code delta^2}
     */
    public LocalGeometry<T> inMetric(T variance) {
        T magnitude = variance.getField().getZero();
        FieldVector<T> excess = nu.subtract(gradientSquares()).ebeMultiply(weights());
        for (int g = 0; g < excess.getDimension(); g++) {
            magnitude = magnitude.add(excess.getEntry(g).abs().multiply(method.rho()));
        }
        return inMetric.with(new Feedback<>(riseOfMoments(), restoringOfMoments(), magnitude, variance));
    }
}
