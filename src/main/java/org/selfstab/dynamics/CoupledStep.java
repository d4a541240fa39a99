package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.numeric.Norm;

/**
 * The exact iterate, the constrained trajectory and the prediction at one step.
 *
 * @param t the step, from 0
 * @param theta the exact iterate {@code theta_t}, of dimension n
 * @param state the copies of the parameters of which the optimizer makes the next iterate, of gradient descent {@code theta_t} alone; made when
 *     asked for, and only while the step is observed
 * @param loss {@code L(theta_t)}
 * @param sharpness {@code S(theta_t)}
 * @param dagger the constrained trajectory's point {@code dagger_t}
 * @param source what {@code dagger_t} is the projection of, where that is not the step of gradient descent from the point before
 * @param predicted the predicted displacement {@code v*_t}, of dimension n; from the step on at which the prediction diverged, not a number
 * @param <T> the field's elements
 */
public record CoupledStep<T extends CalculusFieldElement<T>>(
        int t,
        FieldVector<T> theta,
        Supplier<List<FieldVector<T>>> state,
        T loss,
        T sharpness,
        Projection<T> dagger,
        Optional<FieldVector<T>> source,
        FieldVector<T> predicted) {

    /** The geometry at {@code dagger_t}. */
    public LocalGeometry<T> geometry() {
        return dagger.geometry();
    }

    /** {@code v_t = theta_t - dagger_t}. */
    public FieldVector<T> displacement() {
        return theta.subtract(geometry().point());
    }

    /** {@code x_t = u_t . v_t}. */
    public T x() {
        return geometry().u().dotProduct(displacement());
    }

    /** {@code y_t = gradS_perp_t . v_t}. */
    public T y() {
        return geometry().gradSPerp().dotProduct(displacement());
    }

    /** Whether there is a prediction: it is over once it is not finite, while the iterates go on. */
    public boolean isPredicted() {
        return NotFinite.isFinite(predicted);
    }

    /** {@code x*_t = u_t . v*_t}. */
    public T predictedX() {
        return geometry().u().dotProduct(predicted);
    }

    /** {@code y*_t = gradS_perp_t . v*_t}. */
    public T predictedY() {
        return geometry().gradSPerp().dotProduct(predicted);
    }

    /** {@code |v_t - v*_t|}. */
    public T deviation() {
        return Norm.of(displacement().subtract(predicted));
    }
}
