package org.selfstab.dynamics;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.JacobiEigensolver;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;

/**
 * A problem with a linear optimizer, whose constrained trajectory is projected onto the stable set of points at which the sharpness is at most the edge.
 *
 * @param <T> the numbers
 */
public sealed interface LinearModel<T extends CalculusFieldElement<T>> extends Model<T> permits FieldModel {

    /**
     * A problem in a number system: with kernels of its own where the loss is compiled, by the algorithms that work over any field otherwise.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     */
    @SuppressWarnings("unchecked") // A compiled backend is one of doubles, so that T is Binary64.
    static <T extends CalculusFieldElement<T>> LinearModel<T> of(
            Problem problem, LossDerivatives derivatives, Backend<T> backend) {
        return backend instanceof CompiledBackend compiled
                ? (LinearModel<T>) new CompiledModel(problem, compiled, compiled.loss(derivatives))
                : new FieldModel<>(problem, backend, backend.loss(derivatives), new JacobiEigensolver<>());
    }

    /** The state of the optimizer that stands at one point and oscillates about another along u, as it does at the edge: theory.md section 10, start. */
    List<FieldVector<T>> oscillating(FieldVector<T> at, LocalGeometry<T> about);

    /** Whether a weight of the optimizer falls along the run; the edge and the rates are those of the first step. */
    boolean isFalling();

    /** A projection onto the stable set. */
    StableSetProjection<T> projection(ProjectionMethod method);

    /**
     * The constrained trajectory from the projection of a point.
     *
     * @throws org.selfstab.geometry.ProjectionException if the projection finds no point
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined at a point that the projection comes to
     */
    ConstrainedTrajectory<T> constrained(FieldVector<T> from, ProjectionMethod method);

    /**
     * The predicted dynamics in a form.
     *
     * @param start the displacement of each copy from {@code dagger_0}
     */
    Prediction<T> prediction(PredictedFrame frame, List<FieldVector<T>> start);
}
