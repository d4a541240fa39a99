package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * The predicted displacement of an adaptive optimizer from its constrained run, theory.md (59): w of the parameters and m of the second moments.
 *
 * @param <T> the field's elements
 */
final class AdaptivePrediction<T extends CalculusFieldElement<T>> {

    private final AdaptiveMethod<T> method;
    private FieldVector<T> w;
    private FieldVector<T> m;

    /**
     * Starts.
     *
     * @param w {@code w_0}, of dimension n
     * @param m {@code m_0}, one of each group
     */
    AdaptivePrediction(AdaptiveMethod<T> method, FieldVector<T> w, FieldVector<T> m) {
        this.method = method;
        this.w = w;
        this.m = m;
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
     * @param next the geometry at {@code (D_{t+1}, N_{t+1})}
     */
    void step(AdaptiveGeometry<T> here, T variance, AdaptiveGeometry<T> next) {
        T x = here.alongU(w);
        FieldVector<T> off = offU(here);
        T z = here.gradS().dotProduct(off).subtract(here.loweredBy(m));
        FieldVector<T> push = here.gradS()
                .mapMultiply(variance.subtract(x.multiply(x)).multiply(0.5))
                .add(method.spread(m.ebeDivide(here.nu()))
                        .mapMultiply(method.number(0.5))
                        .ebeMultiply(here.gradient()))
                .subtract(here.hessian(off));
        FieldVector<T> moved = off.add(here.preconditioned(push));
        T nextX = z.add(1.0).multiply(x).negate();
        w = moved.subtract(next.u().mapMultiply(next.alongU(moved)))
                .add(next.u().mapMultiply(nextX));
        FieldVector<T> h = method.products(next.gradient(), next.hessian(w))
                .mapMultiply(method.number(2.0))
                .add(next.curvatureSquares().mapMultiply(nextX.multiply(nextX).subtract(variance)));
        m = method.averaged(m, h);
    }
}
