package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The predicted displacement of an adaptive optimizer from its constrained run, theory.md (59): w of the parameters and m of the second moments; with momentum q of the average of gradients, too,
 * (59a).
 *
 * @param <T> the field's elements
 */
final class AdaptivePrediction<T extends CalculusFieldElement<T>> {

    private final AdaptiveMethod<T> method;
    private FieldVector<T> w;
    private FieldVector<T> m;
    private FieldVector<T> q;

    /**
     * Starts.
     *
     * @param w {@code w_0}, of dimension n
     * @param m {@code m_0}, one of each group
     * @param q {@code q_0}, of dimension n; 0 without momentum
     */
    AdaptivePrediction(AdaptiveMethod<T> method, FieldVector<T> w, FieldVector<T> m, FieldVector<T> q) {
        this.method = method;
        this.w = w;
        this.m = m;
        this.q = q;
    }

    /** w, of dimension n. */
    FieldVector<T> displacement() {
        return w;
    }

    /** m, one of each group. */
    FieldVector<T> moments() {
        return m;
    }

    /** {@code w_p = w - x u}. */
    FieldVector<T> offU(AdaptiveGeometry<T> here) {
        return w.subtract(here.u().mapMultiply(here.alongU(w)));
    }

    /**
     * Goes one step on.
     *
     * @param here the geometry at {@code (D_t, N_t)}
     * @param variance {@code s_t}
     * @param average of the mean gradients, of which the constrained run made its step; without momentum {@code grad L} does
     * @param next the geometry at {@code (D_{t+1}, N_{t+1})}
     */
    void step(AdaptiveGeometry<T> here, T variance, FieldVector<T> average, AdaptiveGeometry<T> next) {
        T x = here.alongU(w);
        FieldVector<T> off = offU(here);
        FieldVector<T> push =
                here.gradS().mapMultiply(variance.subtract(x.multiply(x)).multiply(0.5));
        if (method.hasMomentum()) {
            moveAveraged(here, x, off, push, average, next);
        } else {
            move(here, x, off, push, next);
        }
        T nextX = next.alongU(w);
        FieldVector<T> h = method.products(next.gradient(), next.hessian(w))
                .mapMultiply(method.number(2.0))
                .add(next.curvatureSquares().mapMultiply(nextX.multiply(nextX).subtract(variance)));
        m = method.averaged(m, h);
    }

    private void move(
            AdaptiveGeometry<T> here, T x, FieldVector<T> off, FieldVector<T> push, AdaptiveGeometry<T> next) {
        T z = here.gradS().dotProduct(off).subtract(here.loweredBy(m));
        FieldVector<T> moved = off.add(
                here.preconditioned(push.add(ofMoments(here, here.gradient())).subtract(here.hessian(off))));
        place(moved, z.add(1.0).multiply(x).negate(), next);
    }

    /** Along u the pair of x and of q's part xi, {@code q = xi P u + ...}; off u heavy ball in the metric of P. */
    private void moveAveraged(
            AdaptiveGeometry<T> here,
            T x,
            FieldVector<T> off,
            FieldVector<T> push,
            FieldVector<T> average,
            AdaptiveGeometry<T> next) {
        T xi = here.u().dotProduct(q);
        FieldVector<T> offOfQ = q.subtract(here.weighted(here.u()).mapMultiply(xi));
        T curvature = method.edge().add(here.gradS().dotProduct(off));
        T nextXi = xi.multiply(method.momentum()).add(x.multiply(curvature).multiply(method.ownShare()));
        T weakened = here.loweredBy(m).multiply(-0.5).add(1.0);
        FieldVector<T> nextOff = method.pulled(offOfQ, here.hessian(off).subtract(push));
        FieldVector<T> moved =
                off.add(here.preconditioned(ofMoments(here, average).subtract(nextOff)));
        place(moved, x.subtract(weakened.multiply(nextXi)), next);
        FieldVector<T> along = next.weighted(next.u());
        q = nextOff.subtract(along.mapMultiply(next.u().dotProduct(nextOff))).add(along.mapMultiply(nextXi));
    }

    /** {@code m/(2 N)} times a gradient, by which larger second moments make its step shorter. */
    private FieldVector<T> ofMoments(AdaptiveGeometry<T> here, FieldVector<T> gradient) {
        return method.spread(m.ebeDivide(here.nu()))
                .mapMultiply(method.number(0.5))
                .ebeMultiply(gradient);
    }

    private void place(FieldVector<T> moved, T x, AdaptiveGeometry<T> next) {
        w = moved.subtract(next.u().mapMultiply(next.alongU(moved)))
                .add(next.u().mapMultiply(x));
    }
}
