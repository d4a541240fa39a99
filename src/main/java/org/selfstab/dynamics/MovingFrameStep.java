package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;

/**
 * The paper's form, theory.md (11): {@code v*_{t+1} = P_{t+1} [(I - eta H_t) P_t v*_t + eta gradS_perp_t (delta_t^2 - x*_t^2)/2]
 * - u_{t+1} (1 + eta y*_t) x*_t}.
 *
 * @param <T> the field's elements
 */
public final class MovingFrameStep<T extends CalculusFieldElement<T>> implements PredictedStep<T> {

    private final T eta;

    public MovingFrameStep(T eta) {
        this.eta = eta;
    }

    @Override
    public FieldVector<T> next(FieldVector<T> displacement, LocalGeometry<T> here, LocalGeometry<T> next) {
        T x = here.u().dotProduct(displacement);
        T y = here.gradSPerp().dotProduct(displacement);
        T sharpening = here.deltaSquared().subtract(x.multiply(x)).multiply(eta).multiply(0.5);
        FieldVector<T> offU = here.orthogonalToU(displacement);
        FieldVector<T> descended = offU.subtract(here.hessian().operate(offU).mapMultiply(eta))
                .add(here.gradSPerp().mapMultiply(sharpening));
        T alongU = y.multiply(eta).add(1.0).multiply(x);
        return next.orthogonalToU(descended).subtract(next.u().mapMultiply(alongU));
    }
}
