package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;

/**
 * The form of the paper's code, theory.md section 4: {@code v*_{t+1} = v* - eta [(x*^2 - delta^2)/2 gradS_perp + H v* + u x* y*]},
 * without regard to the turning of u.
 *
 * @param <T> the field's elements
 */
public final class AmbientStep<T extends CalculusFieldElement<T>> implements PredictedStep<T> {

    private final T eta;

    public AmbientStep(T eta) {
        this.eta = eta;
    }

    @Override
    public FieldVector<T> next(FieldVector<T> displacement, LocalGeometry<T> here, LocalGeometry<T> next) {
        FieldVector<T> force = here.hessian().operate(displacement).add(selfStabilization(displacement, here));
        return displacement.subtract(force.mapMultiply(eta));
    }

    /** {@code (x*^2 - delta^2)/2 gradS_perp + u x* y*}, the cubic term's part of the force. */
    static <T extends CalculusFieldElement<T>> FieldVector<T> selfStabilization(
            FieldVector<T> displacement, LocalGeometry<T> here) {
        T x = here.u().dotProduct(displacement);
        T y = here.gradSPerp().dotProduct(displacement);
        T stretch = x.multiply(x).subtract(here.deltaSquared()).multiply(0.5);
        return here.gradSPerp().mapMultiply(stretch).add(here.u().mapMultiply(x.multiply(y)));
    }
}
