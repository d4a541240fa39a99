package org.selfstab.dynamics;

import java.util.List;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.geometry.Projection;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;

/**
 * How the exact iterates of a problem come to the edge, and run beside the constrained run and the prediction from there.
 *
 * @param <T> the field's elements
 */
public interface Coupling<T extends CalculusFieldElement<T>> {

    /** The one of the problem's optimizer. */
    static <T extends CalculusFieldElement<T>> Coupling<T> of(Problem problem, Model<T> model, RunOptions options) {
        return model instanceof AdaptiveModel<T> adaptive
                ? new AdaptiveCoupling<>(problem, adaptive)
                : new LinearCoupling<>(problem, (LinearModel<T>) model, options);
    }

    /**
     * The iterate that becomes t = 0, kicked if the problem says so: the start, or found by plain iterates.
     *
     * @param searched is told each step on the way to the edge
     */
    EdgeSearch.Outcome<T> edge(IntConsumer searched);

    /**
     * {@code dagger_0} and where the iterate is.
     *
     * @param projection the point, with the geometry there
     * @param displacement {@code v_0}, in the coordinates of the geometry
     * @param dagger the point in the coordinates of the parameters
     */
    record Start<T extends CalculusFieldElement<T>>(
            Projection<T> projection, FieldVector<T> displacement, FieldVector<T> dagger) {}

    /**
     * Where a run from an iterate that is t = 0 starts.
     *
     * @throws org.selfstab.geometry.ProjectionException if there is no constrained point
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined on the way to it
     */
    Start<T> startAt(EdgeSearch.Outcome.Reached<T> reached);

    /** The optimizer's state at an iterate that is t = 0: as it was found, or where the iterate was put there oscillating about {@code dagger_0}, and at rest where there is none. */
    List<FieldVector<T>> stateAt(EdgeSearch.Outcome.Reached<T> reached);

    /** Runs from t = 0; the observer sees every step, t = 0 and the last one included. */
    RunEnd run(EdgeSearch.Outcome.Reached<T> reached, Horizon horizon, StepObserver<T> observer);
}
