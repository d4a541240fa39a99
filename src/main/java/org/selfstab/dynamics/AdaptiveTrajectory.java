package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;

/**
 * The constrained run of an adaptive optimizer, theory.md (59): points D and moments N such that the largest eigenvalue of {@code P(N)^{-1} H(D)} stays at the edge and the gradient vanishes along u. With
 * momentum it has an average of its own, of the mean gradient {@code grad L + (s/2) gradS}.
 *
 * @param <T> the field's elements
 */
final class AdaptiveTrajectory<T extends CalculusFieldElement<T>> {

    private static final int MOST_ITERATIONS = 60;

    /** How many units in the last place may be left of the two equations. */
    private static final double CONVERGED = 1e5;

    /** Of so many the next guess may be worse. */
    private static final double AT_ROUNDING = 64;

    private final AdaptiveModel<T> model;
    private final AdaptiveMethod<T> method;
    private AdaptiveGeometry<T> present;
    private FieldVector<T> average;
    private Solved<T> next;

    /**
     * Starts.
     *
     * @param start at the edge, with {@code u . grad L = 0}
     */
    AdaptiveTrajectory(AdaptiveModel<T> model, AdaptiveGeometry<T> start) {
        this.model = model;
        this.method = model.method();
        this.present = start;
        this.average = pull(start.variance().getReal() > 0 ? start.variance() : method.number(0));
        this.next = solve();
    }

    /** The present point. */
    AdaptiveGeometry<T> present() {
        return present;
    }

    /** The average of the mean gradients of which the step to the present point was made; of dimension n. */
    FieldVector<T> average() {
        return average;
    }

    /** {@code s_t = delta_t^2}, the variance that keeps the next point at the edge. */
    T variance() {
        return next.variance();
    }

    /**
     * Goes one step on.
     *
     * @throws ProjectionException if there is no such point near by
     * @throws UndefinedGeometryException if the geometry is undefined at a point that the search comes to
     */
    void step() {
        average = averaged(next.variance());
        present = next.geometry();
        next = solve();
    }

    /** What keeps the next point at the edge, and the geometry there. */
    private record Solved<T extends CalculusFieldElement<T>>(T variance, AdaptiveGeometry<T> geometry) {}

    /** The two equations at a guess: lambda less the edge, and the gradient along u. */
    private record Residual<T extends CalculusFieldElement<T>>(AdaptiveGeometry<T> geometry, T excess, T along) {}

    /** {@code grad L + (s/2) gradS}. */
    private FieldVector<T> pull(T variance) {
        return present.gradient().add(present.gradS().mapMultiply(variance.multiply(0.5)));
    }

    private FieldVector<T> averaged(T variance) {
        return method.hasMomentum() ? method.pulled(average, pull(variance)) : pull(variance);
    }

    private Residual<T> residual(T variance, T force) {
        FieldVector<T> u = present.u();
        FieldVector<T> point = present.theta()
                .subtract(present.preconditioned(averaged(variance)))
                .subtract(u.mapMultiply(force));
        var at = model.loss().at(point);
        FieldVector<T> h =
                method.squares(at.gradient()).add(method.squares(at.hessian(u)).mapMultiply(variance));
        AdaptiveGeometry<T> geometry =
                model.geometryAt(point, method.averaged(present.nu(), h), SignConvention.along(present.weighted(u)));
        return new Residual<>(
                geometry,
                geometry.lambda().subtract(method.edge()),
                geometry.u().dotProduct(geometry.gradient()));
    }

    /** By Newton's method, with all derivatives but that of u in {@code u . grad L}, which counts for little where the gradient is small. */
    private Solved<T> solve() {
        T zero = method.edge().getField().getZero();
        double rounding = zero.getField().getOne().ulp().getReal() * scale();
        T variance = present.variance().getReal() > 0 ? present.variance() : zero;
        T force = zero;
        Residual<T> residual = residual(variance, force);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            Correction<T> correction = jacobian(residual, variance).solve(residual);
            Residual<T> moved = residual(variance.add(correction.variance()), force.add(correction.force()));
            if (size(residual) <= AT_ROUNDING * rounding && size(moved) >= size(residual)) {
                break;
            }
            variance = variance.add(correction.variance());
            force = force.add(correction.force());
            residual = moved;
        }
        if (!(size(residual) <= CONVERGED * rounding)) {
            throw new ProjectionException("no second moments and point near by keep lambda at the edge");
        }
        return new Solved<>(variance, residual.geometry());
    }

    /** Both equations in the unit of lambda. */
    private double size(Residual<T> residual) {
        return Math.abs(residual.excess().getReal()) + Math.abs(residual.along().getReal());
    }

    private double scale() {
        return method.edge().getReal()
                * (1 + Norm.of(present.theta().ebeMultiply(present.root())).getReal());
    }

    /** The derivatives by s and f at a guess: of lambda by the point and by the moments, and of the gradient along u by the point. */
    private Jacobian<T> jacobian(Residual<T> at, T variance) {
        AdaptiveGeometry<T> there = at.geometry();
        FieldVector<T> byVariance = present.preconditioned(present.gradS())
                .mapMultiply(method.ownShare().multiply(-0.5));
        FieldVector<T> byForce = present.u().mapMultiply(method.number(-1.0));
        FieldVector<T> curvature = there.hessian(present.u());
        FieldVector<T> direct = method.squares(curvature);
        return new Jacobian<>(
                ofLambda(there, byVariance, variance, curvature).subtract(lowered(there, direct)),
                ofLambda(there, byForce, variance, curvature),
                there.u().dotProduct(there.hessian(byVariance)),
                there.u().dotProduct(there.hessian(byForce)));
    }

    private T ofLambda(AdaptiveGeometry<T> there, FieldVector<T> v, T variance, FieldVector<T> curvature) {
        FieldVector<T> moments = method.products(there.gradient(), there.hessian(v))
                .add(method.products(curvature, there.thirdAlongU(v)).mapMultiply(variance))
                .mapMultiply(method.number(2.0));
        return there.gradS().dotProduct(v).subtract(lowered(there, moments));
    }

    private T lowered(AdaptiveGeometry<T> there, FieldVector<T> h) {
        return there.loweredBy(h)
                .multiply(method.forgetting())
                .multiply(method.edge())
                .multiply(0.5);
    }

    /** What is added to s and f. */
    private record Correction<T extends CalculusFieldElement<T>>(T variance, T force) {}

    /** The derivatives of the two equations by s and f. */
    private record Jacobian<T extends CalculusFieldElement<T>>(T a, T b, T c, T d) {

        Correction<T> solve(Residual<T> residual) {
            T determinant = b.multiply(c).subtract(a.multiply(d));
            return new Correction<>(
                    d.multiply(residual.excess())
                            .subtract(b.multiply(residual.along()))
                            .divide(determinant),
                    a.multiply(residual.along())
                            .subtract(c.multiply(residual.excess()))
                            .divide(determinant));
        }
    }
}
