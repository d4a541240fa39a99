package org.selfstab.dynamics;

import java.util.function.Function;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.FieldSharpnessEvaluator;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.NearestPointProjection;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.Loss;

/**
 * A loss, a step size and a start over one field: what theory.md section 1 starts from.
 *
 * @param evaluator the loss and its geometry
 * @param eta the step size, positive
 * @param start the initial point, of dimension n
 * @param descent gradient descent from a point
 * @param iterateSurveyor makes what finds loss and sharpness at the exact iterates, for the calling thread
 * @param nearestPoint makes a projection to the nearest point of the stable set, for the calling thread
 * @param constrained the constrained trajectory by nearest points, from the projection of a point
 * @param <T> the field's elements
 */
public record Model<T extends CalculusFieldElement<T>>(
        GeometryEvaluator<T> evaluator,
        T eta,
        FieldVector<T> start,
        Function<FieldVector<T>, Descent<T>> descent,
        Supplier<SharpnessEvaluator<T>> iterateSurveyor,
        Supplier<StableSetProjection<T>> nearestPoint,
        Function<FieldVector<T>, ConstrainedTrajectory<T>> constrained) {

    /**
     * The setting by the algorithms that work over any field.
     *
     * @param evaluator surveys the loss
     * @param eta the step size, positive
     * @param start the initial point, of dimension n
     */
    public static <T extends CalculusFieldElement<T>> Model<T> overAnyField(
            GeometryEvaluator<T> evaluator, T eta, FieldVector<T> start) {
        return new Model<>(
                evaluator,
                eta,
                start,
                from -> new FieldDescent<>(evaluator.loss(), eta, from),
                () -> new FieldSharpnessEvaluator<>(evaluator),
                () -> new NearestPointProjection<>(evaluator, eta),
                from -> new FieldConstrainedTrajectory<>(new NearestPointProjection<>(evaluator, eta), eta, from));
    }

    /** The loss. */
    public Loss<T> loss() {
        return evaluator.loss();
    }

    /** The edge of stability {@code 2/eta}. */
    public T sharpnessBound() {
        return eta.reciprocal().multiply(2.0);
    }
}
