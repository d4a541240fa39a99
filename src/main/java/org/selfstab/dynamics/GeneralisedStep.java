package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.loss.Loss;

/**
 * The generalised form of theory.md section 4, for a loss that is far from cubic along u: the ambient form in which the part of
 * {@code H v*} along u is replaced by {@code u (u . grad L(dagger + x* u))}.
 *
 * @param <T> the field's elements
 */
public final class GeneralisedStep<T extends CalculusFieldElement<T>> implements PredictedStep<T> {

    private final Loss<T> loss;
    private final T eta;

    public GeneralisedStep(Loss<T> loss, T eta) {
        this.loss = loss;
        this.eta = eta;
    }

    @Override
    public FieldVector<T> next(FieldVector<T> displacement, LocalGeometry<T> here, LocalGeometry<T> next) {
        T x = here.u().dotProduct(displacement);
        FieldVector<T> kicked = here.point().add(here.u().mapMultiply(x));
        T slope = here.u().dotProduct(loss.at(kicked).gradient());
        FieldVector<T> offU = here.hessian().operate(here.orthogonalToU(displacement));
        FieldVector<T> force =
                offU.add(here.u().mapMultiply(slope)).add(AmbientStep.selfStabilization(displacement, here));
        return displacement.subtract(force.mapMultiply(eta));
    }
}
